"""What customers say around what they ask: greetings, haste, time of day, wishes and feelings.

A base hardly holds these words, so a search takes them for the most telling ones: in “depuis hier
matin”, “hier”. They are taken out of long texts alone, the messages of customers; a short note has
none to spare. No word stands here that an article may be about.
"""

import re

_FRENCH = """
aider aidez allo apparemment appelé appelée appelle après arrive arrivé assez attendais attends
aurais aurait autant avais avait bah beaucoup belle ben besoin bien bientôt bizarrement bjr bon
bonjour bonne bonsoir bref bsr carrément certain certainement chose choses clairement compliqué
comprendre comprends comprenez concernant confirmer content contente cordialement coup cours crois
croyais côté déjà demain derrière désolé désolée devais devait devant devrait dimanche dirait dire
disait disant disent disiez dit dites endroit enfin ensuite entièrement espérant espère essaie
essayé essayer exactement facile fameux façon fois fort franchement grand grande gros grosse grâce
hein heureusement hier histoire idée importe impossible inadmissible incroyable inquiet inquiète
jamais jeudi jour journée journées jusque juste justement là lamentable long longtemps lundi
madame mademoiselle maintenant malgré malheureusement mardi marre matin matinée merci mercredi
mieux minute minutes moins moment moments monsieur normalement nouvelles nul nulle occupe ouais
oui parfois parle parlé parler pendant pensais pense penser peu peur plaisir plaît plusieurs
plutôt possible pourrais pourrait pourriez pouvais pouvait pouvez pouvoir prends presque pris
prochain prochaine prochaines proche puisque quatrième quelque quelques quelqu’un question
questions quinzaine rapide rapidement rappelé rappeler rappelez rappelle refaire refait regarde
regarder remarque remercie rends répète répond répondre répondu réponse ressort rien salutations
samedi savais savait savez savoir scandaleux semaine semaines semble sentiment sera serait sérieux
seulement sinon soir soirée sorte souhaite souhaiterais souhaitons souvent sûr sûrement surtout
tard tellement temps toujours troisième trouve truc trucs tôt urgence urgent utile venait vendredi
venir veuillez veut veux viens vient vite voilà voir vois voit voudrais voudrait voulais voulait
voulez vouloir voulons vrai vraiment vu zut
"""
_ENGLISH = """
actually afternoon ago already anybody anyone anything appreciate awful basically believe best bit
came cheers clearly come dear disappointed evening exactly expect explain feel finally find fine
first friday glad going good got great guess happen happened happens happy hello help hey hi
honestly hope hoping hour hours idea instead keep kind kindly know later least left look looking
lot lovely manage maybe mean mind minute minutes monday month morning much need needed never next
nobody nothing obviously ok okay please possible possibly probably quick quickly quite rather
ready really reason regards ridiculous right said saturday say says see seem seems sent simply
since someone something soon sorry still stuff sunday sure take tell terrible thank thanks thing
things think though thought thursday time today told tomorrow tonight tried try trying tuesday
understand urgent use used usually wait waiting want wanted wednesday week weeks went whole wonder
wondering worked yes yesterday yet
"""
# Forms that no stemmer takes home, and numbers: an article says “rendre la box”, “8 chiffres”.
_AT_HOME = {
    "dû": "devoir", "due": "devoir", "disparu": "disparaître", "disparue": "disparaître",
    "écrit": "écrire", "éteint": "éteindre", "éteinte": "éteindre", "éteints": "éteindre",
    "inscrit": "inscrire", "offert": "offrir", "offerte": "offrir",
    "ouvert": "ouvrir", "perdu": "perdre", "perdue": "perdre", "perdus": "perdre",
    "promis": "promettre", "reçu": "recevoir", "reçue": "recevoir", "rendu": "rendre",
    "rendue": "rendre", "rendus": "rendre", "résolu": "résoudre", "rompu": "rompre",
    "souscrit": "souscrire", "souscrite": "souscrire", "transmis": "transmettre",
    "vendu": "achat", "vendue": "achat", "vendeur": "souscription", "vendeuse": "souscription",
    "décédée": "décès", "enterrement": "décès", "obsèques": "décès", "veuf": "décès",
    "veuve": "décès", "télé": "télévision", "indemnisé": "dédommagement",
    "indemnisés": "dédommagement", "indemnisation": "dédommagement", "concurrent": "concurrence",
    "six": "6", "sept": "7", "huit": "8", "dix": "10", "douze": "12", "quinze": "15",
    "stole": "stolen",
}  # fmt: skip
_EUPHEMISMS = re.compile(
    r"\b(?:nous|m’|m'|l’|l')\s?(?:a|ont)\s+quitt[ée]e?s?\b|\bn[’']est plus de ce monde\b"
    r"|\bpassed away\b",
    re.IGNORECASE,
)
WORDS = frozenset(f"{_FRENCH} {_ENGLISH}".split())
LONG = 12  # words from which a text is a message


def without_small_talk(words: list[str]) -> list[str]:
    """Leave out what only surrounds the matter; a text of nothing else stays whole."""
    if len(words) <= LONG:
        return words
    kept = [word for word in words if word.lower().strip("’'") not in WORDS] or words
    return [*kept, *(_AT_HOME[word.lower()] for word in kept if word.lower() in _AT_HOME)]


def plainly(text: str) -> str:
    """Say plainly what people say gently: the base has the plain word."""
    return _EUPHEMISMS.sub(" décès ", text)
