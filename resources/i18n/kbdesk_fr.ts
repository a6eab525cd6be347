<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Absent</name>
    <message>
        <source>This article is no longer open to you.</source>
        <translation>Cette fiche ne vous est plus ouverte.</translation>
    </message>
    <message>
        <source>It was taken out of the base, or your rights have changed.</source>
        <translation>Elle a été retirée de la base, ou vos droits ont changé.</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Retour aux résultats</translation>
    </message>
    <message>
        <source>The articles are locked.</source>
        <translation>Les fiches sont verrouillées.</translation>
    </message>
    <message>
        <source>This desk was not synced for too long. Sync to read again; what you wrote is kept.</source>
        <translation>Ce poste n’a pas été synchronisé depuis trop longtemps. Synchronisez pour lire à nouveau&#xa0;; ce que vous avez écrit est gardé.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>On this article</source>
        <translation>Sur cette fiche</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Écrans</translation>
    </message>
    <message>
        <source>Copy what to say</source>
        <translation>Copier la phrase à dire</translation>
    </message>
    <message>
        <source>Pick the form of what is copied</source>
        <translation>Choisir la forme de ce qui est copié</translation>
    </message>
    <message>
        <source>Copy the link of the article</source>
        <translation>Copier le lien de la fiche</translation>
    </message>
    <message>
        <source>Copy the whole article</source>
        <translation>Copier la fiche entière</translation>
    </message>
    <message>
        <source>Add to favourites, or take away</source>
        <translation>Ajouter aux favoris, ou retirer</translation>
    </message>
    <message>
        <source>Start the guide</source>
        <translation>Démarrer le guide</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Chercher dans la fiche</translation>
    </message>
    <message>
        <source>Outline of the article</source>
        <translation>Plan de la fiche</translation>
    </message>
    <message>
        <source>See the article as on another day</source>
        <translation>Voir la fiche telle qu’elle vaut un autre jour</translation>
    </message>
    <message>
        <source>Versions of the article</source>
        <translation>Versions de la fiche</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Imprimer ou enregistrer en PDF</translation>
    </message>
    <message>
        <source>Why this result?</source>
        <translation>Pourquoi ce résultat&#xa0;?</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Fiche précédente</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Fiche suivante</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Aller à la recherche</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Report as not found</source>
        <translation>Signaler comme introuvable</translation>
    </message>
    <message>
        <source>Pick a space</source>
        <translation>Choisir un espace</translation>
    </message>
    <message>
        <source>Pick a kind of article</source>
        <translation>Choisir un type de fiche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Dock beside the other windows, or back to full size</source>
        <translation>Ancrer à côté des autres fenêtres, ou rendre sa taille</translation>
    </message>
    <message>
        <source>Dock at the other edge</source>
        <translation>Ancrer à l’autre bord</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import a folder or a file</source>
        <translation>Importer un dossier ou un fichier</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Thème clair ou sombre</translation>
    </message>
    <message>
        <source>Passer en français</source>
        <translation>Switch to English</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation>Texte à sa taille normale</translation>
    </message>
    <message>
        <source>Reports of what went wrong</source>
        <translation>Rapports d’incident</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open card %1</source>
        <translation>Ouvrir la carte %1</translation>
    </message>
    <message>
        <source>Copy the sentence of the first card</source>
        <translation>Copier la phrase de la première carte</translation>
    </message>
    <message>
        <source>Write the note of the contact</source>
        <translation>Écrire la note du contact</translation>
    </message>
    <message>
        <source>Take a contact by hand</source>
        <translation>Prendre un contact à la main</translation>
    </message>
    <message>
        <source>End the contact</source>
        <translation>Terminer le contact</translation>
    </message>
    <message>
        <source>Take the end of the contact back</source>
        <translation>Annuler la fin du contact</translation>
    </message>
    <message>
        <source>Take the call that waits</source>
        <translation>Prendre l’appel qui attend</translation>
    </message>
    <message>
        <source>Text and tables</source>
        <translation>Texte et tableaux</translation>
    </message>
    <message>
        <source>Or drop it on the window</source>
        <translation>Ou le déposer sur la fenêtre</translation>
    </message>
    <message>
        <source>Without customers&apos; data</source>
        <translation>Sans donnée de client</translation>
    </message>
</context>
<context>
    <name>After</name>
    <message>
        <source>kbdesk ended unexpectedly last time. What you wrote is safe.</source>
        <translation>kbdesk s’est arrêté sans prévenir la dernière fois. Ce que vous avez écrit est intact.</translation>
    </message>
    <message>
        <source>Something did not go as it should. What you wrote is safe.</source>
        <translation>Quelque chose ne s’est pas passé comme prévu. Ce que vous avez écrit est intact.</translation>
    </message>
    <message>
        <source>See the report</source>
        <translation>Voir le rapport</translation>
    </message>
    <message>
        <source>Open kbdesk</source>
        <translation>Ouvrir kbdesk</translation>
    </message>
    <message>
        <source>Dock, or back to full size</source>
        <translation>Ancrer, ou rendre sa taille</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>Around</name>
    <message>
        <source>It is what holds on %1.</source>
        <translation>C’est ce qui vaut le&#xa0;%1.</translation>
    </message>
    <message>
        <source>Not refreshed for %1. Press again to copy all the same.</source>
        <translation>Plus à jour depuis&#xa0;%1. Appuyez encore pour copier quand même.</translation>
    </message>
    <message>
        <source>Critical, and not refreshed for %1. Check before you say it.</source>
        <translation>Critique, et plus à jour depuis&#xa0;%1. Vérifiez avant de le dire.</translation>
    </message>
    <message>
        <source>Version %1, as it read until %2. It is not what holds now.</source>
        <translation>Version&#xa0;%1, telle qu’on la lisait jusqu’au&#xa0;%2. Ce n’est pas ce qui vaut maintenant.</translation>
    </message>
    <message>
        <source>Back to the present version</source>
        <translation>Revenir à la version actuelle</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>As it held on %1, not today.</source>
        <translation>Tel que c’était le&#xa0;%1, pas aujourd’hui.</translation>
    </message>
    <message>
        <source>As it will hold on %1, not today.</source>
        <translation>Tel que ce sera le&#xa0;%1, pas aujourd’hui.</translation>
    </message>
    <message>
        <source>1 March, 01/03/2026</source>
        <translation>1er mars, 01/03/2026</translation>
    </message>
    <message>
        <source>Day for which the article is shown</source>
        <translation>Jour pour lequel la fiche est montrée</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Autre jour</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Revenir à aujourd’hui</translation>
    </message>
    <message>
        <source>Show what holds on %1 (Enter).</source>
        <translation>Montrer ce qui vaut le&#xa0;%1 (Entrée).</translation>
    </message>
    <message>
        <source>Which day? For example 1 March, or 01/03/2026.</source>
        <translation>Quel jour&#xa0;? Par exemple 1er mars, ou 01/03/2026.</translation>
    </message>
    <message>
        <source>Show what holds on another day:</source>
        <translation>Montrer ce qui vaut un autre jour&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>In this article (Ctrl+J)</source>
        <translation>Dans cette fiche (Ctrl+J)</translation>
    </message>
    <message>
        <source>As it holds on another day (Ctrl+Shift+D)</source>
        <translation>Tel que c’est un autre jour (Ctrl+Maj+D)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
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
    <name>ByHand</name>
    <message>
        <source>Any queue</source>
        <translation>Toutes les files</translation>
    </message>
    <message>
        <source>Any reason</source>
        <translation>Tous les motifs</translation>
    </message>
    <message>
        <source>Someone on the line</source>
        <translation>Quelqu’un en ligne</translation>
    </message>
    <message>
        <source>Say what you know: a few words are enough.</source>
        <translation>Dites ce que vous savez&#xa0;: quelques mots suffisent.</translation>
    </message>
    <message>
        <source>The customer&apos;s words</source>
        <translation>Les mots du client</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Reason for the call</source>
        <translation>Motif de l’appel</translation>
    </message>
    <message>
        <source>Bring up the cards</source>
        <translation>Voir les cartes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>CallerLines</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>I have checked who it is</source>
        <translation>J’ai vérifié qui c’est</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Cards for this call</source>
        <translation>Cartes pour cet appel</translation>
    </message>
    <message>
        <source>For this call</source>
        <translation>Pour cet appel</translation>
    </message>
    <message numerus="yes">
        <source>%n more card(s)</source>
        <translation>
            <numerusform>%n autre carte</numerusform>
            <numerusform>%n autres cartes</numerusform>
        </translation>
    </message>
    <message>
        <source>No card yet. Write the customer&apos;s words below, and they will come.</source>
        <translation>Pas encore de carte. Écrivez plus bas les mots du client, elles viendront.</translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message>
        <source>%1 more warnings below</source>
        <translation>%1 autres avertissements plus bas</translation>
    </message>
</context>
<context>
    <name>ChannelChip</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Formatted text</source>
        <translation>Texte mis en forme</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Copy as: %1</source>
        <translation>Copier en&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message numerus="yes">
        <source>%n customer(s) have this number: ask who it is</source>
        <translation>
            <numerusform>%n client a ce numéro&#xa0;: demandez qui c’est</numerusform>
            <numerusform>%n clients ont ce numéro&#xa0;: demandez qui c’est</numerusform>
        </translation>
    </message>
    <message>
        <source>A number like this: ask who it is</source>
        <translation>Un numéro proche&#xa0;: demandez qui c’est</translation>
    </message>
    <message>
        <source>Who is calling?</source>
        <translation>Qui appelle&#xa0;?</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Aucun d’eux</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: search by name in your customer file</source>
        <translation>
            <numerusform>et %n autre&#xa0;: cherchez son nom dans votre fichier client</numerusform>
            <numerusform>et %n autres&#xa0;: cherchez leur nom dans votre fichier client</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactStrip</name>
    <message>
        <source>See</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>A call waits: %1</source>
        <translation>Un appel attend&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>SMS: %1 of %2</source>
        <translation>SMS&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>%1 too many for one, it makes %2 messages</source>
        <translation>%1 de trop pour un seul, cela en fait %2</translation>
    </message>
    <message>
        <source>%1 is not in the alphabet of text messages: one holds 70</source>
        <translation>%1 hors de l’alphabet des SMS&#xa0;: un seul en contient 70</translation>
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
        <translation>il y a&#xa0;%1 jours</translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation>il y a&#xa0;%1 mois</translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation>il y a&#xa0;%1 ans</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>No longer in force since %1.</source>
        <translation>Plus en vigueur depuis le&#xa0;%1.</translation>
    </message>
    <message>
        <source>Not in force yet: from %1.</source>
        <translation>Pas encore en vigueur&#xa0;: à partir du&#xa0;%1.</translation>
    </message>
    <message>
        <source>Not verified yet. Check before you promise.</source>
        <translation>Pas encore vérifié. Vérifiez avant de promettre.</translation>
    </message>
    <message>
        <source>To review: last verified %1 by %2. Check before you promise.</source>
        <translation>À revoir&#xa0;: vérifié&#xa0;%1 par&#xa0;%2. Vérifiez avant de promettre.</translation>
    </message>
    <message>
        <source>To review: last verified %1. Check before you promise.</source>
        <translation>À revoir&#xa0;: vérifié&#xa0;%1. Vérifiez avant de promettre.</translation>
    </message>
    <message>
        <source>Copied. %1</source>
        <translation>Copié.&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>One file or one folder at a time, please.</source>
        <translation>Un seul fichier ou un seul dossier à la fois, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Only an author of the base can add articles to it. Nothing was changed.</source>
        <translation>Seul un auteur de la base peut y ajouter des fiches. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n article(s) will be sent to the base.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n fiche sera envoyée à la base.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n fiches seront envoyées à la base.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” holds nothing that the base does not have already.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient rien que la base n’ait déjà.</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n new article(s).</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n nouvelle fiche.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;»&#xa0;: %n nouvelles fiches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>%n fiche changée.</numerusform>
            <numerusform>%n fiches changées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être lu.</numerusform>
            <numerusform>%n fichiers n’ont pas pu être lus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et&#xa0;%n autre.</numerusform>
            <numerusform>Et&#xa0;%n autres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur&#xa0;%2</translation>
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
    <name>FirstCopy</name>
    <message>
        <source>You can search already.</source>
        <translation>Vous pouvez déjà chercher.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Folder of articles</source>
        <translation>Dossier de fiches</translation>
    </message>
    <message>
        <source>Connect to my team&apos;s server</source>
        <translation>Me relier au serveur de mon équipe</translation>
    </message>
    <message>
        <source>With the address your supervisor gave you</source>
        <translation>Avec l’adresse reçue de votre superviseur</translation>
    </message>
    <message>
        <source>Bring in a folder of articles</source>
        <translation>Importer un dossier de fiches</translation>
    </message>
    <message>
        <source>For a computer by itself: Markdown, HTML, Word or CSV</source>
        <translation>Pour un poste sans serveur&#xa0;: Markdown, HTML, Word ou CSV</translation>
    </message>
    <message>
        <source>The articles of a made-up operator; nothing is sent</source>
        <translation>Les fiches d’un opérateur imaginaire&#xa0;; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Where is your team&apos;s base?</source>
        <translation>Où se trouve la base de votre équipe&#xa0;?</translation>
    </message>
    <message>
        <source>The first copy takes a minute or two. Then all can be read without a network.</source>
        <translation>La première copie prend une à deux minutes. Ensuite, tout se lit sans réseau.</translation>
    </message>
    <message>
        <source>Your notes and answers stay in your folder, which only you can read.</source>
        <translation>Vos notes et vos réponses restent dans votre dossier, lisible par vous seul.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
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
        <translation>Introuvable&#xa0;? Dites-le</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>Retour à la fiche (Échap)</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <translation>Vérifié %1</translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation>Pas encore vérifié.</translation>
    </message>
</context>
<context>
    <name>GuideFoot</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Copy the question</source>
        <translation>Copier la question</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
</context>
<context>
    <name>GuideRow</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Start the guide</source>
        <translation>Démarrer le guide</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Done</source>
        <translation>C’est fait</translation>
    </message>
    <message>
        <source>The questions, the answers and the result, as text</source>
        <translation>Les questions, les réponses et le résultat, en texte</translation>
    </message>
    <message>
        <source>The same text, below what is already noted</source>
        <translation>Le même texte, sous ce qui est déjà noté</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Put the path into the note</source>
        <translation>Mettre le chemin dans la note</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Guide: {}</source>
        <translation>Guide&#xa0;: {}</translation>
    </message>
    <message>
        <source>Result: {}</source>
        <translation>Résultat&#xa0;: {}</translation>
    </message>
    <message>
        <source>Stopped at: {}</source>
        <translation>Arrêt à&#xa0;: {}</translation>
    </message>
    <message>
        <source>(internal)</source>
        <translation>(interne)</translation>
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
    <name>InternalNote</name>
    <message>
        <source>Internal.</source>
        <translation>Interne.</translation>
    </message>
</context>
<context>
    <name>ItDetails</name>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Last fault</source>
        <translation>Dernier incident</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisibles</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>changement&#xa0;%1</translation>
    </message>
    <message>
        <source>Details for IT</source>
        <translation>Détails pour l’informatique</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Masquer les détails</translation>
    </message>
</context>
<context>
    <name>LastContact</name>
    <message>
        <source>Contact before: %1</source>
        <translation>Contact d’avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>No note was written.</source>
        <translation>Aucune note n’a été écrite.</translation>
    </message>
    <message>
        <source>Copy the note</source>
        <translation>Copier la note</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>“%1” for “%2”</source>
        <translation>«&#xa0;%1&#xa0;» pour «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>Cherché&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Nothing for “%1”</source>
        <translation>Rien pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Try one word less, or another word. If the answer is missing, say so.</source>
        <translation>Essayez un mot de moins, ou un autre mot. Si la réponse manque, dites-le.</translation>
    </message>
    <message>
        <source>Noted: whoever keeps the base will see what was missing. Thank you.</source>
        <translation>C’est noté&#xa0;: l’équipe qui tient la base verra ce qui manquait. Merci.</translation>
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
        <source>Nothing can be shown before the next sync.</source>
        <translation>Rien ne peut s’afficher avant la prochaine synchronisation.</translation>
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
    <name>Note</name>
    <message>
        <source>Note of the contact</source>
        <translation>Note du contact</translation>
    </message>
    <message>
        <source>kept on this computer</source>
        <translation>gardée sur ce poste</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>pas encore gardée</translation>
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
    <name>NowPanel</name>
    <message>
        <source>Contact in hand</source>
        <translation>Contact en cours</translation>
    </message>
    <message>
        <source>End the contact</source>
        <translation>Terminer le contact</translation>
    </message>
    <message>
        <source>Close the contact</source>
        <translation>Clore le contact</translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message>
        <source>Ringing</source>
        <translation>Appel entrant</translation>
    </message>
    <message>
        <source>On the line</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>After the call</source>
        <translation>Après l’appel</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>File %1</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Numéro masqué</translation>
    </message>
    <message>
        <source>Unknown customer</source>
        <translation>Client inconnu</translation>
    </message>
    <message>
        <source>ask who it is</source>
        <translation>demandez qui c’est</translation>
    </message>
    <message>
        <source>identity verified</source>
        <translation>identité vérifiée</translation>
    </message>
    <message>
        <source>unknown number</source>
        <translation>numéro inconnu</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>with us since %1</source>
        <translation>chez nous depuis %1</translation>
    </message>
    <message>
        <source>Reason given: “%1”</source>
        <translation>Motif annoncé&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Client&#xa0;: %1</translation>
    </message>
    <message>
        <source>Often of use here</source>
        <translation>Souvent utile ici</translation>
    </message>
    <message>
        <source>The customer&apos;s words</source>
        <translation>Les mots du client</translation>
    </message>
    <message>
        <source>Customer&apos;s words: “%1”</source>
        <translation>Mots du client&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy what to say</source>
        <translation>Copier la phrase à dire</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
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
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Do something, or find an article</source>
        <translation>Faire quelque chose, ou trouver une fiche</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>@ for a space, ? for help, &gt; for acts alone</source>
        <translation>@ pour un espace,&#xa0;? pour l’aide, &gt; pour les actions seules</translation>
    </message>
</context>
<context>
    <name>PaletteFlow</name>
    <message>
        <source>All spaces</source>
        <translation>Tous les espaces</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here answers to that.</source>
        <translation>Rien ne répond à cela.</translation>
    </message>
    <message>
        <source>Search in one space</source>
        <translation>Chercher dans un espace</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Fiches</translation>
    </message>
</context>
<context>
    <name>PaperStrip</name>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>This article is internal: its print says so on every page.</source>
        <translation>Cette fiche est interne&#xa0;: chaque page imprimée le dit.</translation>
    </message>
    <message>
        <source>For a customer: internal parts are left out.</source>
        <translation>Pour un client&#xa0;: les parties internes n’y sont pas.</translation>
    </message>
    <message>
        <source>For colleagues: internal parts are in it, and every page says so.</source>
        <translation>Pour les collègues&#xa0;: avec les parties internes, et chaque page le dit.</translation>
    </message>
    <message>
        <source>For colleagues</source>
        <translation>Pour les collègues</translation>
    </message>
    <message>
        <source>For a customer</source>
        <translation>Pour un client</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>As it holds on %1</source>
        <translation>Tel que cela vaut le&#xa0;%1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version&#xa0;%1</translation>
    </message>
    <message>
        <source>INTERNAL: not for customers</source>
        <translation>INTERNE&#xa0;: ne pas remettre au client</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>page&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>verified on %1</source>
        <translation>vérifié le&#xa0;%1</translation>
    </message>
    <message>
        <source>to be reviewed: check before you rely on it</source>
        <translation>à revoir&#xa0;: vérifiez avant de vous y fier</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>À dire</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Revenir au texte (Échap)</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>contact in hand</source>
        <translation>contact en cours</translation>
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
        <translation>Interne&#xa0;: ne pas dire au client</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
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
        <source>In force on %1</source>
        <translation>En vigueur le&#xa0;%1</translation>
    </message>
    <message>
        <source>changes on %1</source>
        <translation>change le&#xa0;%1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le&#xa0;%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Named in</source>
        <translation>Citée dans</translation>
    </message>
    <message>
        <source>Read next</source>
        <translation>À lire ensuite</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>not on this machine yet</source>
        <translation>pas encore sur ce poste</translation>
    </message>
</context>
<context>
    <name>ReadingActs</name>
    <message>
        <source>As it holds on another day</source>
        <translation>Telle qu’elle vaut un autre jour</translation>
    </message>
    <message>
        <source>Versions and what changed</source>
        <translation>Versions et ce qui a changé</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Imprimer ou enregistrer en PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
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
        <source>Type the customer&apos;s words: the answer shows here.</source>
        <translation>Tapez les mots du client&#xa0;: la réponse s’affiche ici.</translation>
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
    <name>ReportPage</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Something in kbdesk did not go as it should</source>
        <translation>Quelque chose dans kbdesk ne s’est pas passé comme prévu</translation>
    </message>
    <message>
        <source>One step was not finished. It is our mistake, not yours; try it once more.</source>
        <translation>Une étape n’a pas abouti. L’erreur est la nôtre, pas la vôtre&#xa0;; essayez encore une fois.</translation>
    </message>
    <message>
        <source>What you wrote is safe: notes, favourites, and all that waits to be sent.</source>
        <translation>Ce que vous avez écrit est intact&#xa0;: notes, favoris, et tout ce qui attend d’être envoyé.</translation>
    </message>
    <message>
        <source>The report names places in the program: no customer, no article, no note.</source>
        <translation>Le rapport nomme des endroits du programme&#xa0;: aucun client, aucune fiche, aucune note.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ouvrir son dossier</translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>Nobody on the line</source>
        <translation>Personne en ligne</translation>
    </message>
    <message>
        <source>When a call comes, what to say stands here by itself.</source>
        <translation>À chaque appel, ce qu’il faut dire vient ici tout seul.</translation>
    </message>
    <message>
        <source>I have someone on the line</source>
        <translation>J’ai quelqu’un en ligne</translation>
    </message>
    <message>
        <source>The same by key</source>
        <translation>Au clavier</translation>
    </message>
    <message>
        <source>Connect the telephone</source>
        <translation>Relier le téléphone</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;:&#xa0;%1</translation>
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
    <name>SearchDoor</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
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
        <translation>Les résultats viennent pendant la frappe&#xa0;; les flèches choisissent, Entrée lit.</translation>
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
    <name>Sentences</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;min</numerusform>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;h</numerusform>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;j</numerusform>
            <numerusform>il&#xa0;y&#xa0;a&#xa0;%n&#xa0;j</numerusform>
        </translation>
    </message>
    <message>
        <source>Next try: now.</source>
        <translation>Prochain essai&#xa0;: maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n&#xa0;s</numerusform>
            <numerusform>%n&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n&#xa0;min</numerusform>
            <numerusform>%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n&#xa0;h</numerusform>
            <numerusform>%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n&#xa0;j</numerusform>
            <numerusform>%n&#xa0;j</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synced for %1: this may be out of date.</source>
        <translation>Plus à jour depuis %1&#xa0;: ce que vous lisez a pu changer.</translation>
    </message>
    <message>
        <source>Locked, because not synced for %1.</source>
        <translation>Verrouillé, faute de synchronisation depuis %1.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead. Ages are counted without it.</source>
        <translation>L’horloge de ce poste avance de %1. Les âges se comptent sans elle.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind. Ages are counted without it.</source>
        <translation>L’horloge de ce poste retarde de %1. Les âges se comptent sans elle.</translation>
    </message>
    <message>
        <source>The disk is full. What you write still goes into a reserve; free some room soon.</source>
        <translation>Le disque est plein. Ce que vous écrivez entre encore dans une réserve&#xa0;; libérez vite de la place.</translation>
    </message>
    <message>
        <source>Next try in %1 at most.</source>
        <translation>Prochain essai dans&#xa0;%1 au plus.</translation>
    </message>
    <message>
        <source>First copy to come</source>
        <translation>Première copie à venir</translation>
    </message>
    <message>
        <source>Signed out: sign in again</source>
        <translation>Session terminée&#xa0;: reconnectez-vous</translation>
    </message>
    <message>
        <source>kbdesk must be updated</source>
        <translation>kbdesk est à mettre à jour</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The network wants a sign-in</source>
        <translation>Le réseau demande une connexion</translation>
    </message>
    <message>
        <source>The server asks for patience</source>
        <translation>Serveur occupé, patience</translation>
    </message>
    <message>
        <source>Server out of reach</source>
        <translation>Serveur injoignable</translation>
    </message>
    <message>
        <source>Offline, synced %1</source>
        <translation>Hors connexion, synchronisé&#xa0;%1</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Synchronisé&#xa0;%1</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n envoi en attente</numerusform>
            <numerusform>%n envois en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n envoi refusé</numerusform>
            <numerusform>%n envois refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer works by itself.</source>
        <translation>Ce poste travaille seul.</translation>
    </message>
    <message>
        <source>The first copy is still to come.</source>
        <translation>La première copie est encore à venir.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>The server asks for patience.</source>
        <translation>Le serveur demande un peu de patience.</translation>
    </message>
    <message>
        <source>The network answers in place of the server.</source>
        <translation>Le réseau répond à la place du serveur.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Votre session est terminée.</translation>
    </message>
    <message>
        <source>This kbdesk is too old for the server.</source>
        <translation>Ce kbdesk est trop ancien pour le serveur.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of yours not taken.</source>
        <translation>
            <numerusform>%n de vos envois n’a pas été pris.</numerusform>
            <numerusform>%n de vos envois n’ont pas été pris.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to be sent.</source>
        <translation>
            <numerusform>%n envoi est en attente.</numerusform>
            <numerusform>%n envois sont en attente.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) still to be read in.</source>
        <translation>
            <numerusform>%n fiche reste à rendre cherchable.</numerusform>
            <numerusform>%n fiches restent à rendre cherchables.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of what is new is still on its way.</source>
        <translation>Une partie des nouveautés est encore en route.</translation>
    </message>
    <message>
        <source>All is up to date.</source>
        <translation>Tout est à jour.</translation>
    </message>
    <message>
        <source>Nothing leaves it. With a server, the base is that of your team and stays level.</source>
        <translation>Rien n’en sort. Avec un serveur, la base est celle de votre équipe et reste à jour.</translation>
    </message>
    <message>
        <source>It comes by itself as soon as the server answers.</source>
        <translation>Elle vient d’elle-même dès que le serveur répond.</translation>
    </message>
    <message>
        <source>It has much to do just now. What you write is kept, and goes by itself.</source>
        <translation>Il a beaucoup à faire en ce moment. Ce que vous écrivez est gardé et partira tout seul.</translation>
    </message>
    <message>
        <source>Read and search as usual. What you write is kept, and goes by itself.</source>
        <translation>Lisez et cherchez comme d’habitude. Ce que vous écrivez est gardé et partira tout seul.</translation>
    </message>
    <message>
        <source>Open any page in your browser: the network may want you to sign in to it first.</source>
        <translation>Ouvrez une page dans votre navigateur&#xa0;: le réseau demande sans doute une connexion.</translation>
    </message>
    <message>
        <source>Sign in again: what waits is kept, and goes then.</source>
        <translation>Reconnectez-vous&#xa0;: ce qui attend est gardé et partira alors.</translation>
    </message>
    <message>
        <source>Have it updated. Reading goes on, and what waits is kept.</source>
        <translation>Faites-le mettre à jour. La lecture continue, ce qui attend est gardé.</translation>
    </message>
    <message>
        <source>Free some room. It then goes on by itself.</source>
        <translation>Libérez de la place&#xa0;: la suite se fait toute seule.</translation>
    </message>
    <message>
        <source>It is kept here until you decide: see below.</source>
        <translation>Rien n’est perdu&#xa0;: tout est gardé ici jusqu’à votre décision, plus bas.</translation>
    </message>
    <message>
        <source>It goes by itself; there is nothing to do.</source>
        <translation>Le départ se fait tout seul, il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>They can be opened already; search finds them in a moment.</source>
        <translation>Elles s’ouvrent déjà&#xa0;; la recherche les trouvera dans un instant.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>Publier&#xa0;%1</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Retirer&#xa0;%1</translation>
    </message>
    <message>
        <source>Announce %1</source>
        <translation>Annoncer&#xa0;%1</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>Introuvable&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Somebody changed this article meanwhile. Your text is kept at the server, for whoever looks after the base to compare.</source>
        <translation>Quelqu’un a changé cette fiche entre-temps. Votre texte est gardé sur le serveur, où les responsables de la base le compareront.</translation>
    </message>
    <message>
        <source>This article was taken out meanwhile. Your text is kept at the server, for whoever looks after the base to decide.</source>
        <translation>Cette fiche a été retirée entre-temps. Votre texte est gardé sur le serveur, où les responsables de la base décideront.</translation>
    </message>
    <message>
        <source>You may not write in this space. Ask whoever looks after the base, then send it again.</source>
        <translation>Vous ne pouvez pas écrire dans cet espace. Demandez-le aux responsables de la base, puis renvoyez.</translation>
    </message>
    <message>
        <source>Another person has sent the same thing.</source>
        <translation>Une autre personne a envoyé la même chose.</translation>
    </message>
    <message>
        <source>The server does not know this act yet: it must be updated.</source>
        <translation>Le serveur ne connaît pas encore cette action&#xa0;: il est à mettre à jour.</translation>
    </message>
    <message>
        <source>This space is not there any more, or not yours to see.</source>
        <translation>Cet espace n’existe plus, ou ne vous est plus ouvert.</translation>
    </message>
    <message>
        <source>It is too large for the server. Make it shorter.</source>
        <translation>C’est trop volumineux pour le serveur. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Something else in the base has this name. Choose another.</source>
        <translation>Ce nom est déjà pris dans la base. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>It is not in the base any more: nothing is left to do.</source>
        <translation>Ce n’est plus dans la base&#xa0;: il ne reste rien à faire.</translation>
    </message>
    <message>
        <source>The server failed over it. Send it again a little later.</source>
        <translation>Le serveur a échoué. Renvoyez un peu plus tard.</translation>
    </message>
    <message>
        <source>The server cannot read it. Keep it in a file, and show that to whoever looks after kbdesk.</source>
        <translation>Le serveur ne sait pas le lire. Gardez-le dans un fichier, à montrer aux responsables de kbdesk.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>Le serveur n’a pas donné de raison.</translation>
    </message>
    <message>
        <source>Bringing in: %1 of %2</source>
        <translation>Import&#xa0;:&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Sending: %1 of %2</source>
        <translation>Envoi&#xa0;:&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Copying: %1 of %2</source>
        <translation>Copie&#xa0;:&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Copying: %1 of %2 MB</source>
        <translation>Copie&#xa0;:&#xa0;%1 sur&#xa0;%2&#xa0;Mo</translation>
    </message>
    <message>
        <source>Making searchable: %1 of %2</source>
        <translation>Mise en recherche&#xa0;:&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>Bringing in…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Comparing with the server…</source>
        <translation>Comparaison avec le serveur…</translation>
    </message>
    <message>
        <source>Fetching pictures…</source>
        <translation>Copie des images…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Le serveur est interrogé…</translation>
    </message>
    <message>
        <source>,</source>
        <comment>between thousands</comment>
        <translation>&#x202f;</translation>
    </message>
    <message>
        <source>.</source>
        <comment>before decimals</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>Name and password do not fit. Type the password again.</source>
        <translation>Le nom et le mot de passe ne vont pas ensemble. Retapez le mot de passe.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check it, and your network.</source>
        <translation>Rien ne répond à cette adresse. Vérifiez-la, ainsi que votre réseau.</translation>
    </message>
    <message>
        <source>The certificate of this server is not trusted here. Show this to your IT: %1</source>
        <translation>Le certificat de ce serveur n’est pas reconnu ici. À montrer à votre service informatique&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a kbdesk server. Check the address.</source>
        <translation>Quelque chose répond à cette adresse, mais ce n’est pas un serveur kbdesk. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>A web page answers in place of the server. Your network may want you to sign in to it first: open any page in your browser, then try again.</source>
        <translation>Une page web répond à la place du serveur. Votre réseau veut peut-être que vous vous y connectiez d’abord&#xa0;: ouvrez une page quelconque dans votre navigateur, puis réessayez.</translation>
    </message>
    <message>
        <source>This kbdesk and this server do not fit: one must be updated.</source>
        <translation>Ce kbdesk et ce serveur ne vont pas ensemble&#xa0;: l’un des deux est à mettre à jour.</translation>
    </message>
    <message>
        <source>The server asks for a moment of patience. Try again in a minute.</source>
        <translation>Le serveur demande un peu de patience. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>This computer holds a base brought in from files. The one of the server would take its place; the files themselves stay where they are.</source>
        <translation>Ce poste contient une base importée de fichiers. Celle du serveur prendrait sa place&#xa0;; les fichiers eux-mêmes ne bougent pas.</translation>
    </message>
    <message>
        <source>That did not work, and the fault is ours. Try again.</source>
        <translation>Cela n’a pas marché, par notre faute. Réessayez.</translation>
    </message>
    <message>
        <source>Until now this was the desk of %1.</source>
        <translation>Jusqu’ici, ce poste était celui de&#xa0;%1.</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un d’autre</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of %1 wait here until they sign in again.</source>
        <translation>
            <numerusform>%n envoi de&#xa0;%1 attend ici sa prochaine connexion.</numerusform>
            <numerusform>%n envois de&#xa0;%1 attendent ici sa prochaine connexion.</numerusform>
        </translation>
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
        <translation>%1&#xa0;%</translation>
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
        <source>Closing the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>The icon beside the clock brings it back. Quitting is always Ctrl+Q.</source>
        <translation>L’icône près de l’horloge la ramène. Ctrl+Q quitte toujours.</translation>
    </message>
    <message>
        <source>Ends kbdesk</source>
        <translation>Quitte kbdesk</translation>
    </message>
    <message>
        <source>Hides it</source>
        <translation>La masque</translation>
    </message>
    <message>
        <source>Server of the team</source>
        <translation>Serveur de l’équipe</translation>
    </message>
    <message>
        <source>Sign in, sign out, and what waits to be sent.</source>
        <translation>Se connecter, se déconnecter, et ce qui attend d’être envoyé.</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
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
    <name>SignInForm</name>
    <message>
        <source>Type the address that your supervisor gave you.</source>
        <translation>Tapez l’adresse reçue de votre superviseur.</translation>
    </message>
    <message>
        <source>Type your name on the server.</source>
        <translation>Tapez votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Tapez votre mot de passe.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>base.example.com</source>
        <translation>base.exemple.fr</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>Autre adresse</translation>
    </message>
    <message>
        <source>Take the base of the server</source>
        <translation>Prendre la base du serveur</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Liaison…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Relier</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>StateHead</name>
    <message>
        <source>Syncing…</source>
        <translation>Synchronisation en cours…</translation>
    </message>
    <message>
        <source>Last synced %1.</source>
        <translation>Dernière synchronisation&#xa0;%1.</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Step %1</source>
        <translation>Étape %1</translation>
    </message>
    <message>
        <source>Internal: not for customers</source>
        <translation>Interne&#xa0;: pas pour les clients</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>À demander</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>end of the guide</source>
        <translation>fin du guide</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>reste %1 au moins</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1 or %2 left</source>
        <translation>reste %1 ou %2</translation>
    </message>
    <message>
        <source>%1 to %2 left</source>
        <translation>reste %1 à %2</translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
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
        <translation>Indexation&#xa0;:&#xa0;%1&#xa0;%</translation>
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
        <translation>%1 h&#xa0;%2</translation>
    </message>
    <message>
        <source>Base of %1</source>
        <translation>Base du&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n kept in %1.</source>
        <translation>
            <numerusform>%n envoi gardé dans&#xa0;%1.</numerusform>
            <numerusform>%n envois gardés dans&#xa0;%1.</numerusform>
        </translation>
    </message>
    <message>
        <source>kbdesk not sent.json</source>
        <translation>kbdesk non envoyé.json</translation>
    </message>
    <message>
        <source>Keep in a file</source>
        <translation>Garder dans un fichier</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Not taken by the server</source>
        <translation>Non pris par le serveur</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Send all again</source>
        <translation>Tout renvoyer</translation>
    </message>
    <message>
        <source>Keep in a file…</source>
        <translation>Garder dans un fichier…</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Tout oublier</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>Verified %1</source>
        <translation>Vérifié&#xa0;%1</translation>
    </message>
    <message>
        <source>Verified %1 by %2</source>
        <translation>Vérifié&#xa0;%1 par&#xa0;%2</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>mis à jour&#xa0;%1</translation>
    </message>
    <message>
        <source>changes on %1</source>
        <translation>change le&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Contact closed</source>
        <translation>Contact clos</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take back the end of the contact</source>
        <translation>Annuler la fin du contact</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“%1” is no longer a favourite.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus un favori.</translation>
    </message>
    <message>
        <source>Reported as not found: “%1”.</source>
        <translation>Signalé comme introuvable&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Variables</name>
    <message>
        <source>Fill these in before copying:</source>
        <translation>À remplir avant de copier&#xa0;:</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>This machine keeps no earlier version of this article.</source>
        <translation>Ce poste ne garde aucune version antérieure de cette fiche.</translation>
    </message>
    <message>
        <source>change %1 of %2</source>
        <translation>changement&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message>
        <source>%1 lines unchanged</source>
        <translation>%1 lignes inchangées</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>%1, present</source>
        <translation>%1, actuelle</translation>
    </message>
    <message>
        <source>%1, until %2 at %3</source>
        <translation>%1, jusqu’au&#xa0;%2 à&#xa0;%3</translation>
    </message>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>Retour à la fiche (Échap)</translation>
    </message>
    <message>
        <source>Read the older one</source>
        <translation>Lire la plus ancienne</translation>
    </message>
    <message>
        <source>Previous change (K)</source>
        <translation>Changement précédent (K)</translation>
    </message>
    <message>
        <source>Next change (J)</source>
        <translation>Changement suivant (J)</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Version plus ancienne</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Version plus récente</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>A call waits</source>
        <translation>Un appel attend</translation>
    </message>
    <message numerus="yes">
        <source>%n calls wait</source>
        <translation>
            <numerusform>%n appel attend</numerusform>
            <numerusform>%n appels attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Prendre</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this result?</source>
        <translation>Pourquoi ce résultat&#xa0;?</translation>
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
        <source>verified: %1</source>
        <translation>vérifié&#xa0;:&#xa0;%1</translation>
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
        <source>The articles are locked: this desk was not synced for too long. Sync (%1).</source>
        <translation>Les fiches sont verrouillées&#xa0;: ce poste n’a pas été synchronisé depuis trop longtemps. Synchronisez (%1).</translation>
    </message>
    <message>
        <source>The disk is full: nothing is lost, but nothing more can be kept.</source>
        <translation>Le disque est plein&#xa0;: rien n’est perdu, mais rien de plus ne peut être gardé.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>The search index cannot answer; it is being rebuilt by itself.</source>
        <translation>L’index de recherche ne répond pas&#xa0;; il se reconstruit tout seul.</translation>
    </message>
    <message>
        <source>verified %1</source>
        <translation>vérifié %1</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Pas encore vérifié</translation>
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
        <translation>Le fichier de la base est abîmé. Lancez&#xa0;: kbdesk doctor --repair</translation>
    </message>
    <message>
        <source>Something went wrong here. What you typed is still there; try again.</source>
        <translation>Un incident s’est produit ici. Votre saisie est toujours là&#xa0;; réessayez.</translation>
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
<context>
    <name>WrapUp</name>
    <message>
        <source>Put the guide&apos;s path into the note</source>
        <translation>Mettre le chemin du guide dans la note</translation>
    </message>
    <message>
        <source>An answer was missing</source>
        <translation>Une réponse manquait</translation>
    </message>
    <message>
        <source>What was missing? Enter sends it</source>
        <translation>Que manquait-il&#xa0;? Entrée l’envoie</translation>
    </message>
    <message>
        <source>What was missing?</source>
        <translation>Que manquait-il&#xa0;?</translation>
    </message>
    <message>
        <source>Noted: whoever keeps the base will see it. Thank you.</source>
        <translation>Noté&#xa0;: qui tient la base le verra. Merci.</translation>
    </message>
</context>
</TS>
