class BankError(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need = need
class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
    def withdraw(self, amt):
        if amt > self.balance:
            raise BankError(amt, self.balance)
        self.balance -= amt
acc = Account("Ann", 100)
acc.withdraw(30)
try:
    acc.withdraw(100)
except BankError as e:
    print(e, e.need, e.args)
acc.withdraw(1000)
