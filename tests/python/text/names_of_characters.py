# \N{...}: names, aliases, ideographs, syllables, control characters.
print(ascii('\N{EM SPACE}\N{LINE FEED}\N{nbsp}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{GRINNING FACE}'))
print(ascii('\N{nul}\N{Greek Small Letter Alpha}\N{VS17}\N{LATIN SMALL LETTER GHA}\N{BELL}\N{ALERT}\N{SNOWMAN}'))
for name in ('EMSPACE', 'EM SPACE ', 'CJK UNIFIED IDEOGRAPH-3350', 'CJK UNIFIED IDEOGRAPH-04E00',
             'cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH- 4E00', 'FOO', 'A' * 300):
    try:
        print(ascii(eval(r"'\N{%s}'" % name)))
    except SyntaxError as error:
        print(error.msg)
