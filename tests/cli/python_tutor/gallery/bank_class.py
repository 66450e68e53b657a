class BankAccount:
    interest = 0.02
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.history = []
    def deposit(self, amt):
        self.balance += amt
        self.history.append(('deposit', amt))
        return self.balance
    def add_interest(self):
        self.deposit(self.balance * self.interest)
tom = BankAccount('Tom')
tom.deposit(100)
tom.interest = 0.05
tom.add_interest()
print(tom.balance, tom.history)
