poem = "The quick brown fox jumps over the lazy dog. " * 40
word = "Ελληνικά, русский, 漢字 かな 한글 😀"
path = "/home/ada/projects/refarrows/lessons/long/path/to/file.txt"
parts = poem.split()[:9]
lengths = {"fox": 3, "лиса": 4, "狐": 1, "🦊": 1}
data = b"\x00\x01\x02" * 1000
longer = poem + path
