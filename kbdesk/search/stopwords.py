"""The words that carry no meaning in a question: grammar, courtesy and the ways of asking.

Kept folded (no accents), because they are taken out after folding. A word stays out of these lists
when it can be what a question is about: "sans", "contre" and "not" change an answer.
"""

_FRENCH = """
a afin ai aie ainsi alors ans au aucun aucune auquel aussi autre autres aux avant avec avez avoir
avons c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment combien
d dans de depuis des doit dois doivent donc dont du elle elles en encore entre es est et etc etaient
etait etant etre eu eux faire fais fait faut il ils j je l la laquelle le lequel les lesquelles
lesquels leur leurs lors lorsque lui m ma mais me meme mes moi mon n ne ni nos notre nous on ont ou
par parce pas peut peuvent peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui
quoi s sa se sera ses si sien soi soit son sont sous suis sur t ta te tel telle tes toi ton tous
tout toute toutes tu un une va vais vers via vos votre vous y
"""
_ENGLISH = """
a about above after again all also am an and any are as at be because been being but by can could
did do does doing don done each for from get had has have having he her here hers him his how i if
in into is it its itself just let like m me my no nor now of off on once only or other our out over
own re s same she should so some such t than that the their them then there these they this those
through to too under until up ve very was we were what when where which while who whom why will with
would you your
"""
STOP_WORDS: dict[str, frozenset[str]] = {
    "fr": frozenset(_FRENCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
# Courtesy, insistence, and the verbs of wishing. The index keeps these words, so that they can be
# quoted and stand in names; a question does not ask for them.
_AROUND = """
aimerais aimerait assez aupres aurais aurait auriez avais avait beaucoup bonjour bonsoir certain
certaine certaines certains comme cordialement deja desole devais devons devrais devrait devriez
enfin enormement etais exactement faisait faisant faite faites faits fasse font forcement hui ici
justement jusqu jusque lorsqu maintenant merci nombreuses nombreux parfois peu possible pourra
pourrais pourrait pourriez pouvais pouvez presque puisqu puisque puisse quelqu quelque quelques
sais sait savez savoir serai serais serait seront simplement souhaite souhaiterais souvent svp
tant tellement toujours tres veuillez veulent veut veux vis voudrais voudrait voulais voulez
vouloir vraiment
"""
AROUND: dict[str, frozenset[str]] = {"fr": frozenset(_AROUND.split()), "en": frozenset()}
GRAMMAR = frozenset().union(*STOP_WORDS.values())  # of any language
