"""Where lines may end, with every option."""
import textwrap
T = ["This is a paragraph that already has\nline breaks.  But some of its lines are much longer than the others,\nso it needs to be wrapped.\nSome lines are \ttabbed too.\nWhat a mess!\n",
 "A short line. Note the single space.", 'Well, Doctor? What do you think? Sure. "Yes!" he said. (Really.) And more.', "this-is-a-useful-feature-for-reformatting-posts-from-tim-peters'ly",
 "the -n option, or --dry-run or --dryrun; foo--bar, em -- dash - one ---x", "Hello there -- you goof-ball, use the -b option! 'Wha-? well-known' (foo-bar) x-y 3-4 ab-cd1 a1-b2 12-ab",
 "Die Empf\xe4nger-Auswahl", "and then e.g. we-have_some-under-score words-: and/or-not", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbb-c", "", "   ", "  lead and trail   ", "Yeah, this-and-that's, 'tis-the-season!", "-rf --foo=bar --x-y=z", "a-b-c-d-e- f--- g", "1-2-3 co2-emission x86-64-bit", "what?! no... yes--really", "he said,--\"go\"--and went"]
for t in T:
    for kw in [{}, dict(width=20), dict(width=11), dict(width=7), dict(width=20, fix_sentence_endings=True), dict(width=9, break_on_hyphens=False), dict(width=6, break_long_words=False), dict(width=15, drop_whitespace=False), dict(width=12, replace_whitespace=False, expand_tabs=False), dict(width=24, initial_indent='* ', subsequent_indent='    '), dict(width=18, max_lines=2), dict(width=13, max_lines=1, placeholder='…'), dict(width=5, tabsize=3)]:
        try: print(textwrap.wrap(t, **kw))
        except ValueError as e: print(e)
    print(textwrap.shorten(t, 20), '|', textwrap.shorten(t, 12, placeholder='..'), '|', repr(textwrap.fill(t, 16)))
    w = textwrap.TextWrapper(); print(w._split(t)); w.break_on_hyphens = False; print(w._split(t))
w = textwrap.TextWrapper(fix_sentence_endings=True, width=30)
print(w.wrap('A short line. Note "this." Ok? yes. No. X'), w.fill("a. B c. d? E! F"))
for t in ["  a\n    b\n  c", "\ta\n\tb", "  a\n\n \n  b\n", "a\n b", "   \n  x\n", "\t a\n\t  b", " \ta\n  b", "  a\n  b\\\n   c\n"]: print(repr(textwrap.dedent(t)), repr(textwrap.indent(t, '> ')), repr(textwrap.indent(t, '> ', lambda l: True)))
class W(textwrap.TextWrapper):
    def _split(self, text): return text.split('|')
print(W(width=5).wrap('ab|cd|ef|ghijklm'))
