def run():
    text = ""
    for i in range(200000):
        text += "ab"
    return text


print(len(run()))
