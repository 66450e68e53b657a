import string
al = string.ascii_letters[:4]
print(al, string.digits, string.punctuation[:3])
t = string.Template('$who likes $what')
print(t.substitute(who='tim', what='pie'))
