big = list(range(60))
sq = [i * i for i in big[:5]]
d = {i: str(i) for i in range(20)}
print(len(big), sq)
