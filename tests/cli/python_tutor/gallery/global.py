counter = 0
def bump():
    global counter, created
    counter += 1
    created = 'yes'
bump(); bump()
print(counter, created)
