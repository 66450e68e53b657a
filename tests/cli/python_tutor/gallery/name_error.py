def compute():
    result = vale * 2
    return result
value = 4
compute()
