"""Words of one family that stemming keeps apart: "supprimer" and "suppression".

Most families share a stem ("résilier", "résiliation"). These common verbs do not, nor do the nouns
and adjectives made of them: our own list, of what any office writes. It is read both ways.
"""

from functools import lru_cache

from kbdesk.search.analysis import DEFAULT_LANG, stems_of, words

_FAMILIES = """
absent absence, acheter achat, acquérir acquis acquisition, admettre admis admission,
apparaître apparition, apprendre apprentissage apprenti, attendre attente, bloquer blocage,
choisir choix, comprendre compréhension, concevoir conception conçu, conclure conclusion conclu,
conduire conduite conducteur, connaître connaissance connu, construire construction construit,
contraindre contrainte contraint, couvrir couverture couvert, descendre descente,
disparaître disparition disparu, dissoudre dissolution dissous, débloquer déblocage,
déboguer débogage, décevoir déception déçu, découvrir découverte découvert,
décrire description décrit, décéder décès, déduire déduction déduit, défendre défense,
démarcher démarchage, démissionner démission, dépanner dépannage, déposer dépôt,
détruire destruction détruit, enfreindre infraction, entretenir entretien,
exclure exclusion exclu, exprimer expression, extraire extraction extrait, fermer fermeture,
filtrer filtrage, fournir fourniture fournisseur, grave gravité, hériter héritage héritier,
imprimer impression imprimé, inclure inclusion inclus, inscrire inscription inscrit,
instruire instruction instruit, interdire interdiction interdit,
interrompre interruption interrompu, introduire introduction introduit, lire lecture,
louer location locataire, marier mariage, mourir mort, naître naissance, obtenir obtention obtenu,
offrir offre offert, omettre omission omis, opposer opposition, ouvrir ouverture ouvert,
paraître parution, partir départ, percevoir perception perçu, perdre perte perdu,
permettre permission, pirater piratage, poursuivre poursuite poursuivi,
prescrire prescription prescrit, produire production produit, promettre promesse promis,
proposer proposition, protéger protection, prévenir prévention, prévoir prévision prévu,
publicité publicitaire, racheter rachat, recevoir réception reçu, reconduire reconduction,
reconnaître reconnaissance reconnu, relire relecture, remettre remise, remplir remplissage,
renoncer renonciation, reprendre reprise repris, requérir requête requis,
restreindre restriction restreint, retenir retenue rétention, retirer retrait, revendre revente,
rompre rupture rompu, rédiger rédaction, réduire réduction réduit, répondre réponse,
résoudre résolution résolu, réussir réussite, saisir saisie saisine, signer signature,
soumettre soumission soumis, souscrire souscription souscrit, stocker stockage, suivre suivi,
supprimer suppression, suspendre suspension suspendu, sécurité sécuriser sécurisé,
traduire traduction traduit, transcrire transcription transcrit,
transmettre transmission transmis, urgent urgence, vendre vente vendeur, voyager voyage voyageur,
écrire écrit écriture, élire élection, émettre émission émis, éteindre extinction éteint,
étendre extension étendu, étudier étude étudiant
"""


def relatives(word: str) -> tuple[str, ...]:
    """Return the words of the family of a folded word that have another stem, folded too."""
    return next((_by_stem().get(stem, ()) for stem in stems_of(word, DEFAULT_LANG)), ())


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family in _FAMILIES.split(","):
        one = {stem: word for word in words(family) for stem in stems_of(word, DEFAULT_LANG)}
        for stem in one:
            found[stem] = tuple(word for other, word in one.items() if other != stem)
    return found
