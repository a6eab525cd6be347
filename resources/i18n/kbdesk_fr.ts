<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Bar</name>
        <message>
            <source>In this article (Ctrl+J)</source>
            <translation>Dans cette fiche (Ctrl+J)</translation>
        </message>
        <message>
            <source>Remove from favourites</source>
            <translation>Retirer des favoris</translation>
        </message>
        <message>
            <source>Add to favourites</source>
            <translation>Ajouter aux favoris</translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>en</source>
            <comment>the two letters of the language of this translation</comment>
            <translation>fr</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>%1 days ago</source>
            <translation>il y a %1 jours</translation>
        </message>
        <message>
            <source>%1 months ago</source>
            <translation>il y a %1 mois</translation>
        </message>
        <message>
            <source>%1 years ago</source>
            <translation>il y a %1 ans</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 sur %2</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun</translation>
        </message>
        <message>
            <source>Find in this article</source>
            <translation>Chercher dans cette fiche</translation>
        </message>
        <message>
            <source>Previous match (Shift+Enter)</source>
            <translation>Précédent (Maj+Entrée)</translation>
        </message>
        <message>
            <source>Next match (Enter)</source>
            <translation>Suivant (Entrée)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Fermer (Échap)</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Folder of articles</source>
            <translation>Dossier de fiches</translation>
        </message>
        <message>
            <source>Markdown, HTML, Word or CSV. Afterwards everything reads without a network.</source>
            <translation>Markdown, HTML, Word ou CSV. Ensuite, tout se lit sans réseau.</translation>
        </message>
        <message>
            <source>Bring one in with: kbdesk import FOLDER</source>
            <translation>Pour l’importer : kbdesk import DOSSIER</translation>
        </message>
        <message>
            <source>Your team's base will open here.</source>
            <translation>Ici s’ouvrira la base de votre équipe.</translation>
        </message>
        <message>
            <source>Import a folder</source>
            <translation>Importer un dossier</translation>
        </message>
        <message>
            <source>Try the sample base</source>
            <translation>Essayer avec la base d’exemple</translation>
        </message>
    </context>
    <context>
        <name>FootLine</name>
        <message>
            <source>Noted, thank you.</source>
            <translation>C’est noté, merci.</translation>
        </message>
        <message>
            <source>Not found? Tell us</source>
            <translation>Introuvable ? Dites-le</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Lire</translation>
        </message>
    </context>
    <context>
        <name>HomeRows</name>
        <message>
            <source>Favourites</source>
            <translation>Favoris</translation>
        </message>
        <message>
            <source>Read lately</source>
            <translation>Lus récemment</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>“%1” for “%2”</source>
            <translation>« %1 » pour « %2 »</translation>
        </message>
        <message>
            <source>Searched: %1</source>
            <translation>Cherché : %1</translation>
        </message>
        <message>
            <source>Nothing for “%1”</source>
            <translation>Rien pour « %1 »</translation>
        </message>
        <message>
            <source>Try one word less, or another word. If the answer is missing, say so.</source>
            <translation>Essayez un mot de moins, ou un autre mot. Si la réponse manque, dites-le.</translation>
        </message>
        <message>
            <source>Noted: whoever keeps the base will see what was missing. Thank you.</source>
            <translation>C’est noté : l’équipe qui tient la base verra ce qui manquait. Merci.</translation>
        </message>
        <message>
            <source>Report as not found</source>
            <translation>Signaler introuvable</translation>
        </message>
        <message>
            <source>What you star and what you read will gather here.</source>
            <translation>Vos favoris et vos dernières lectures viendront ici.</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Résultats</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>Kind of article</source>
            <translation>Type de fiche</translation>
        </message>
    </context>
    <context>
        <name>NoticeLine</name>
        <message>
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
    </context>
    <context>
        <name>Outline</name>
        <message>
            <source>In this article</source>
            <translation>Dans cette fiche</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>Reader</name>
        <message>
            <source>What to say</source>
            <translation>À dire</translation>
        </message>
    </context>
    <context>
        <name>ReaderPage</name>
        <message>
            <source>Internal: not for customers</source>
            <translation>Interne : ne pas dire au client</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Attention</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Bon à savoir</translation>
        </message>
        <message>
            <source>In force today</source>
            <translation>En vigueur aujourd’hui</translation>
        </message>
        <message>
            <source>changes on %1</source>
            <translation>change le %1</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>depuis le %1</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Named in</source>
            <translation>Citée dans</translation>
        </message>
    </context>
    <context>
        <name>ReadingSide</name>
        <message>
            <source>Back to the results (Esc)</source>
            <translation>Revenir aux résultats (Échap)</translation>
        </message>
        <message>
            <source>Choose a page, or type a word of your question.</source>
            <translation>Choisissez une page, ou tapez un mot de votre question.</translation>
        </message>
        <message>
            <source>Type the customer's words: the answer shows here.</source>
            <translation>Tapez les mots du client : la réponse s’affiche ici.</translation>
        </message>
        <message>
            <source>No need to open anything. It works without a network.</source>
            <translation>Rien à ouvrir, et cela marche sans réseau.</translation>
        </message>
        <message>
            <source>Back to the search box</source>
            <translation>Revenir à la recherche</translation>
        </message>
        <message>
            <source>Read the selected article</source>
            <translation>Lire la fiche choisie</translation>
        </message>
        <message>
            <source>Say that an answer is missing</source>
            <translation>Dire qu’une réponse manque</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>Say</name>
        <message>
            <source>Copied: %1</source>
            <translation>Copié : %1</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>What to say</source>
            <translation>À dire</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy what to say</source>
            <translation>Copier la phrase à dire</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search the base</source>
            <translation>Chercher dans la base</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>Chercher dans l’aide</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Results appear while you type; arrows choose, Enter reads.</source>
            <translation>Les résultats viennent pendant la frappe ; les flèches choisissent, Entrée lit.</translation>
        </message>
    </context>
    <context>
        <name>SearchScreen</name>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n résultat</numerusform>
                <numerusform>%n résultats</numerusform>
            </translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Like the computer</source>
            <translation>Comme l’ordinateur</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <source>Also with Ctrl + and Ctrl −.</source>
            <translation>Aussi avec Ctrl + et Ctrl −.</translation>
        </message>
        <message>
            <source>Kept on this computer, for you alone.</source>
            <translation>Gardés sur ce poste, pour vous seul.</translation>
        </message>
    </context>
    <context>
        <name>ShelfFilters</name>
        <message>
            <source>All spaces</source>
            <translation>Tous les espaces</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Toutes les fiches</translation>
        </message>
    </context>
    <context>
        <name>SyncLine</name>
        <message numerus="yes">
            <source>%n to send</source>
            <translation>
                <numerusform>%n envoi en attente</numerusform>
                <numerusform>%n envois en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>No base yet</source>
            <translation>Aucune base pour l’instant</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) on this computer</source>
            <translation>
                <numerusform>%n fiche sur ce poste</numerusform>
                <numerusform>%n fiches sur ce poste</numerusform>
            </translation>
        </message>
        <message>
            <source>Indexing: %1 %</source>
            <translation>Indexation : %1 %</translation>
        </message>
        <message>
            <source>Ready offline</source>
            <translation>Prêt hors connexion</translation>
        </message>
        <message>
            <source>Search is not ready</source>
            <translation>Recherche pas encore prête</translation>
        </message>
        <message>
            <source>MMM d</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>%1:%2</source>
            <comment>hour, minute</comment>
            <translation>%1 h %2</translation>
        </message>
        <message>
            <source>Base of %1</source>
            <translation>Base du %1</translation>
        </message>
    </context>
    <context>
        <name>Trust</name>
        <message>
            <source>Verified %1</source>
            <translation>Vérifié %1</translation>
        </message>
        <message>
            <source>updated %1</source>
            <translation>mis à jour %1</translation>
        </message>
        <message>
            <source>changes on %1</source>
            <translation>change le %1</translation>
        </message>
        <message>
            <source>No longer in force since %1.</source>
            <translation>N’est plus en vigueur depuis le %1.</translation>
        </message>
        <message>
            <source>Not in force yet: from %1.</source>
            <translation>Pas encore en vigueur : à partir du %1.</translation>
        </message>
        <message>
            <source>To review: last verified %1. Check before you promise.</source>
            <translation>À revoir : dernière vérification %1. Vérifiez avant de promettre.</translation>
        </message>
        <message>
            <source>Not verified yet.</source>
            <translation>Pas encore vérifié.</translation>
        </message>
    </context>
    <context>
        <name>Variables</name>
        <message>
            <source>Fill these in before copying:</source>
            <translation>À remplir avant de copier :</translation>
        </message>
    </context>
    <context>
        <name>WhyPanel</name>
        <message>
            <source>Why this result?</source>
            <translation>Pourquoi ce résultat ?</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Headings</source>
            <translation>Intertitres</translation>
        </message>
        <message>
            <source>First paragraph</source>
            <translation>Premier paragraphe</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <source>Goes into detail</source>
            <translation>Traité en détail</translation>
        </message>
        <message>
            <source>No longer in force</source>
            <translation>N’est plus en vigueur</translation>
        </message>
        <message>
            <source>Words of links to it</source>
            <translation>Mots des liens qui y mènent</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Vérifié</translation>
        </message>
        <message>
            <source>Articles that link to it</source>
            <translation>Fiches qui y renvoient</translation>
        </message>
        <message>
            <source>The title as typed</source>
            <translation>Le titre comme tapé</translation>
        </message>
        <message>
            <source>Recently updated</source>
            <translation>Mis à jour récemment</translation>
        </message>
        <message>
            <source>Often read here</source>
            <translation>Souvent lu ici</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Article</source>
            <translation>Fiche</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Script</translation>
        </message>
        <message>
            <source>FAQ</source>
            <translation>FAQ</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message numerus="yes">
            <source>%n d</source>
            <comment>days</comment>
            <translation>
                <numerusform>%n j</numerusform>
                <numerusform>%n j</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n mois</numerusform>
                <numerusform>%n mois</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n an</numerusform>
                <numerusform>%n ans</numerusform>
            </translation>
        </message>
        <message>
            <source>not verified</source>
            <translation>non vérifié</translation>
        </message>
        <message>
            <source>to review</source>
            <translation>à revoir</translation>
        </message>
        <message>
            <source>verified: %1</source>
            <translation>vérifié : %1</translation>
        </message>
        <message>
            <source>To review</source>
            <translation>À revoir</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>This article is no longer in the base. Look for its title.</source>
            <translation>Cette fiche n’est plus dans la base. Cherchez-la par son titre.</translation>
        </message>
        <message>
            <source>The disk is full: nothing is lost, but nothing more can be kept.</source>
            <translation>Le disque est plein : rien n’est perdu, mais rien de plus ne peut être gardé.</translation>
        </message>
        <message>
            <source>The search index cannot answer; it is being rebuilt by itself.</source>
            <translation>L’index de recherche ne répond pas ; il se reconstruit tout seul.</translation>
        </message>
        <message>
            <source>Another program holds the base. Try again in a moment.</source>
            <translation>Un autre programme occupe la base. Réessayez dans un instant.</translation>
        </message>
        <message>
            <source>This base was written by a newer kbdesk. Update this one.</source>
            <translation>Cette base a été écrite par un kbdesk plus récent. Mettez celui-ci à jour.</translation>
        </message>
        <message>
            <source>The file of the base is damaged. Run: kbdesk doctor --repair</source>
            <translation>Le fichier de la base est abîmé. Lancez : kbdesk doctor --repair</translation>
        </message>
        <message>
            <source>Something went wrong here. What you typed is still there; try again.</source>
            <translation>Un incident s’est produit ici. Votre saisie est toujours là ; réessayez.</translation>
        </message>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Maj</translation>
        </message>
        <message>
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
    </context>
</TS>
