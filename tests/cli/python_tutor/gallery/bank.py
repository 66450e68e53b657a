class Account:
    rate = 0.02
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
    def deposit(self, amt):
        self.balance += amt
        self.log.append(('d', amt))
        return self.balance
    def withdraw(self, amt):
        if amt > self.balance:
            raise ValueError('Insufficient funds')
        self.balance -= amt
        self.log.append(('w', amt))
        return self.balance
class Savings(Account):
    def interest(self):
        return self.deposit(self.balance * self.rate)
s = Savings('Ann', 100)
s.interest()
s.withdraw(50)
try:
    s.withdraw(500)
except ValueError as e:
    print('Error:', e)
accts = {a.owner: a for a in (s, Account('Bob'))}
