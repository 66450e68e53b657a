class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"cannot withdraw {amount:.2f}: balance is {balance:.2f}")
        self.balance, self.amount = balance, amount
class Account:
    interest = 0.02; _count = 0
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        Account._count += 1; self.number = f"ACC{Account._count:04d}"
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("negative balance")
        self._balance = v
    def deposit(self, amount):
        if amount <= 0: raise ValueError("deposit must be positive")
        self._balance += amount; self.history.append(("deposit", amount)); return self
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(self._balance, amount)
        self._balance -= amount; self.history.append(("withdraw", amount)); return self
    @classmethod
    def count(cls): return cls._count
    @staticmethod
    def valid(n): return n.startswith("ACC") and n[3:].isdigit()
    def __str__(self): return f"{self.number} {self.owner:<8}{self._balance:>10,.2f}"
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance!r})"
    def __eq__(self, o): return isinstance(o, Account) and self._balance == o._balance
    def __lt__(self, o): return self._balance < o._balance
class Savings(Account):
    interest = 0.05
    def add_interest(self): return self.deposit(self._balance * self.interest)
    def withdraw(self, amount):
        if amount > 500: raise PermissionError("limit 500")
        return super().withdraw(amount)
a, b = Account("Ann", 1000), Savings("Bob", 2500.5)
a.deposit(500).withdraw(200); b.add_interest(); print(a, b, sep="\n"); print([a, b], a < b, a == b, Account.count(), Account.valid(a.number), a.history)
for f in (lambda: a.withdraw(99999), lambda: a.deposit(-5), lambda: b.withdraw(501), lambda: setattr(a, "balance", -1), lambda: a.foo, lambda: Account(), lambda: hash(a)):
    try: f()
    except InsufficientFunds as e: print("funds:", e, e.amount)
    except (ValueError, PermissionError) as e: print(type(e).__name__, e)
    except (AttributeError, TypeError) as e: print("bug:", e)
    finally: a.history.append("try")
print(a.history.count("try"), vars(a), sorted([b, a]), isinstance(b, Account), issubclass(Savings, Account), Savings.__mro__[1].__name__)
