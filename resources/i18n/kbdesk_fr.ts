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
        <source>Say what is wrong with it, or thanks</source>
        <translation>Dire ce qui ne va pas, ou merci</translation>
    </message>
    <message>
        <source>Suggest an edit</source>
        <translation>Proposer une modification</translation>
    </message>
    <message>
        <source>Test yourself on it</source>
        <translation>Se tester sur elle</translation>
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
        <source>Announcements</source>
        <translation>Annonces</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>My contributions</source>
        <translation>Mes contributions</translation>
    </message>
    <message>
        <source>Steer</source>
        <translation>Piloter</translation>
    </message>
    <message>
        <source>Confirm the announcement</source>
        <translation>Confirmer l’annonce</translation>
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
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
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
    <name>AnswerPad</name>
    <message>
        <source>Place %1</source>
        <translation>Place&#xa0;%1</translation>
    </message>
    <message>
        <source>A key for the left side, then a key for what goes with it.</source>
        <translation>Une touche pour le côté gauche, puis une pour ce qui va avec.</translation>
    </message>
    <message>
        <source>Several may be right: choose, then Enter.</source>
        <translation>Plusieurs peuvent être justes&#xa0;: choisissez, puis Entrée.</translation>
    </message>
    <message>
        <source>The first, then the next by their keys; or Alt with ↑ and ↓ moves one.</source>
        <translation>La touche du premier, puis du suivant&#xa0;; ou Alt avec ↑ et ↓ pour déplacer.</translation>
    </message>
    <message>
        <source>Type it, then Enter; capitals do not count.</source>
        <translation>Tapez, puis Entrée&#xa0;; les majuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>“%1” goes with</source>
        <translation>«&#xa0;%1&#xa0;» va avec</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>Va avec</translation>
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
    <name>ArticleField</name>
    <message>
        <source>%1 › %2</source>
        <comment>an article, a passage of it</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>This article is not in the base. Choose one, or name none.</source>
        <translation>Cette fiche n’est pas dans la base. Choisissez-en une, ou n’en citez aucune.</translation>
    </message>
    <message>
        <source>The article has no such passage. Name it without the passage.</source>
        <translation>La fiche n’a pas ce passage. Citez-la sans le passage.</translation>
    </message>
    <message>
        <source>Article it speaks of</source>
        <translation>Fiche dont elle parle</translation>
    </message>
    <message>
        <source>Words of its title, or a link</source>
        <translation>Mots de son titre, ou un lien</translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>Laquelle&#xa0;?</translation>
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
    <name>AsleepPage</name>
    <message>
        <source>Questions asleep</source>
        <translation>Questions en sommeil</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Their passage has changed, so nobody is asked them. Do they still fit?</source>
        <translation>Leur passage a changé&#xa0;: elles ne sont plus posées. Conviennent-elles encore&#xa0;?</translation>
    </message>
    <message>
        <source>All questions are awake.</source>
        <translation>Aucune question ne dort.</translation>
    </message>
</context>
<context>
    <name>AsleepRow</name>
    <message>
        <source>It still fits</source>
        <translation>Elle convient encore</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
</context>
<context>
    <name>AudienceField</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached now and will get it on return</source>
        <translation>
            <numerusform>%n injoignable pour l’instant, la recevra à son retour</numerusform>
            <numerusform>%n injoignables pour l’instant, la recevront à leur retour</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many people, their names</comment>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>One person…</source>
        <translation>Une personne…</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Nom de la personne</translation>
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
    <name>BegunLine</name>
    <message>
        <source>Begun %1, and not sent yet.</source>
        <comment>a day and a time</comment>
        <translation>Commencée %1, pas encore envoyée.</translation>
    </message>
    <message>
        <source>What was begun is put aside.</source>
        <translation>Le brouillon est mis de côté.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Repartir de zéro</translation>
    </message>
</context>
<context>
    <name>BlockRow</name>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>Take change %1</source>
        <translation>Prendre le changement %1</translation>
    </message>
    <message>
        <source>Both began with</source>
        <translation>Texte de départ</translation>
    </message>
    <message>
        <source>Published now</source>
        <translation>Publié aujourd’hui</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>Rien à cet endroit.</translation>
    </message>
    <message>
        <source>Which of the two is to stand?</source>
        <translation>Lequel des deux garder&#xa0;?</translation>
    </message>
    <message>
        <source>Keep what is published</source>
        <translation>Garder le publié</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Prendre la proposition</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Everyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>Back to the announcements (Esc)</source>
        <translation>Retour aux annonces (Échap)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Enregistrer en CSV</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Recall…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Sent %1 by %2 to: %3</source>
        <comment>when, by whom, to whom</comment>
        <translation>Envoyée&#xa0;%1 par&#xa0;%2 · %3</translation>
    </message>
    <message>
        <source>Recalled: %1</source>
        <translation>Retirée&#xa0;: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time of day</comment>
        <translation>À jour de&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 of %2 people are at their desk</source>
        <translation>En poste&#xa0;: %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remind %n person(s)</source>
        <translation>
            <numerusform>Relancer&#xa0;%n personne</numerusform>
            <numerusform>Relancer&#xa0;%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them are there now; the others get it on return.</source>
        <translation>Dont&#xa0;%1 en poste&#xa0;; les autres la recevront à leur retour.</translation>
    </message>
    <message>
        <source>Not delivered: no desk of theirs was on since. That makes nobody late.</source>
        <translation>Non reçue&#xa0;: aucun de leurs postes n’a été allumé depuis. Cela ne met personne en retard.</translation>
    </message>
    <message>
        <source>Understood: the question was answered rightly.</source>
        <translation>Comprise&#xa0;: la question a reçu la bonne réponse.</translation>
    </message>
</context>
<context>
    <name>BriefPage</name>
    <message>
        <source>Since your last shift</source>
        <translation>Depuis votre dernier service</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>things since the last shift</comment>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Tout est lu</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) due</source>
        <translation>
            <numerusform>%n question à revoir</numerusform>
            <numerusform>%n questions à revoir</numerusform>
        </translation>
    </message>
    <message>
        <source>An article that you use has changed</source>
        <translation>Une fiche que vous utilisez a changé</translation>
    </message>
    <message>
        <source>Your remark was answered</source>
        <translation>Votre remarque a reçu une réponse</translation>
    </message>
    <message>
        <source>Your edit was decided</source>
        <translation>Votre proposition a été décidée</translation>
    </message>
    <message>
        <source>What you could not find is there now</source>
        <translation>Ce que vous ne trouviez pas est là</translation>
    </message>
    <message>
        <source>Two minutes</source>
        <translation>Deux minutes</translation>
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
    <name>Changed</name>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Désormais</translation>
    </message>
    <message>
        <source>Nothing was said of it.</source>
        <translation>Rien n’en était dit.</translation>
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
    <name>Check</name>
    <message>
        <source>Chosen</source>
        <translation>Choisie</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Place&#xa0;%1</translation>
    </message>
    <message>
        <source>Several may be right.</source>
        <translation>Plusieurs peuvent être justes.</translation>
    </message>
    <message>
        <source>In which order? Choose the first, then the next.</source>
        <translation>Dans quel ordre&#xa0;? Choisissez la première, puis la suivante.</translation>
    </message>
    <message>
        <source>What goes with “%1”?</source>
        <translation>Qu’est-ce qui va avec «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>One question</source>
        <translation>Une question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
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
    <name>CohortForm</name>
    <message>
        <source>Give it a name, such as “Newcomers of December”.</source>
        <translation>Donnez-lui un nom, par exemple «&#xa0;Nouveaux de décembre&#xa0;».</translation>
    </message>
    <message>
        <source>No path is in this base yet: paths.yaml holds them.</source>
        <translation>Aucun parcours dans cette base&#xa0;: paths.yaml les contient.</translation>
    </message>
    <message>
        <source>Name at least one person who follows it.</source>
        <translation>Nommez au moins une personne qui le suit.</translation>
    </message>
    <message>
        <source>Name who accompanies them.</source>
        <translation>Nommez qui les accompagne.</translation>
    </message>
    <message>
        <source>Nobody here, or several, by this name: %1.</source>
        <translation>Personne, ou plusieurs, de ce nom&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This is no day: write it as 4/12 or 2026-12-04.</source>
        <translation>Ce n’est pas une date&#xa0;: écrivez 4/12 ou 2026-12-04.</translation>
    </message>
    <message>
        <source>A new cohort</source>
        <translation>Nouvelle cohorte</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>People who follow it</source>
        <translation>Qui le suit</translation>
    </message>
    <message>
        <source>Their names, after commas</source>
        <translation>Leurs noms, séparés par des virgules</translation>
    </message>
    <message>
        <source>Who accompanies them</source>
        <translation>Qui les accompagne</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>4/12, or nothing</source>
        <translation>4/12, ou rien</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>End this cohort</source>
        <translation>Clore la cohorte</translation>
    </message>
</context>
<context>
    <name>CohortPage</name>
    <message>
        <source>Change this cohort</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>Below %1 people no figure is shown; their trainer sees them.</source>
        <translation>En dessous de %1 personnes, aucun chiffre&#xa0;; leur tuteur les voit.</translation>
    </message>
    <message>
        <source>Told in steps of five, so that no figure is about one person.</source>
        <translation>Chiffres donnés de cinq en cinq, pour qu’aucun ne parle d’une seule personne.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Étape par étape</translation>
    </message>
    <message>
        <source>behind the target</source>
        <translation>en retard sur l’échéance</translation>
    </message>
    <message>
        <source>You see this as their trainer; they know and can see the same.</source>
        <translation>Vous le voyez en tant que tuteur&#xa0;; cette personne le sait et voit la même chose.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>trop peu pour le dire</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 sur %2 justes</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1&#xa0;% de réussite</translation>
    </message>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n essai</numerusform>
            <numerusform>%n essais</numerusform>
        </translation>
    </message>
    <message>
        <source>right</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>pas juste</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien encore</translation>
    </message>
    <message>
        <source>last active on %1</source>
        <translation>dernière activité le %1</translation>
    </message>
</context>
<context>
    <name>CohortsPage</name>
    <message>
        <source>Cohorts</source>
        <translation>Cohortes</translation>
    </message>
    <message>
        <source>Nobody follows a path together yet.</source>
        <translation>Personne ne suit encore de parcours en groupe.</translation>
    </message>
    <message>
        <source>Who follows a path together, and how far they are.</source>
        <translation>Qui suit un parcours ensemble, et où chacun en est.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>ended</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Make a cohort</source>
        <translation>Créer une cohorte</translation>
    </message>
    <message>
        <source>Questions that often go wrong</source>
        <translation>Questions souvent ratées</translation>
    </message>
    <message>
        <source>None goes wrong often.</source>
        <translation>Aucune n’est souvent ratée.</translation>
    </message>
    <message>
        <source>Those that fewer than five people answered are not counted.</source>
        <translation>Celles qui ont reçu moins de cinq réponses de personnes différentes ne sont pas comptées.</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 sur %2 justes</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <source>Choose for whom it is.</source>
        <translation>Choisissez à qui elle s’adresse.</translation>
    </message>
    <message>
        <source>Write one line that says what is new.</source>
        <translation>Écrivez en une ligne ce qui est nouveau.</translation>
    </message>
    <message>
        <source>This is too long. Shorten it, and name an article for the rest.</source>
        <translation>C’est trop long. Raccourcissez, et indiquez une fiche pour le reste.</translation>
    </message>
    <message>
        <source>It would end before it starts.</source>
        <translation>Elle finirait avant de commencer.</translation>
    </message>
    <message>
        <source>It would be over already.</source>
        <translation>Elle serait déjà finie.</translation>
    </message>
    <message>
        <source>Write a day and a time, such as 16/11 18:00 or tomorrow 8:00.</source>
        <translation>Écrivez un jour et une heure, comme 16/11 18:00 ou demain 8:00.</translation>
    </message>
    <message>
        <source>A question needs its right answer and at least one wrong one.</source>
        <translation>Une question demande sa bonne réponse et au moins une mauvaise.</translation>
    </message>
    <message>
        <source>The same answer stands there twice.</source>
        <translation>La même réponse y est deux fois.</translation>
    </message>
    <message>
        <source>Waits in the list, with a number beside the screen.</source>
        <translation>Attend dans la liste&#xa0;; un nombre le signale sur l’icône des annonces.</translation>
    </message>
    <message>
        <source>Comes up as one line, after the contact in hand.</source>
        <translation>S’affiche en une ligne, après le contact en cours.</translation>
    </message>
    <message>
        <source>Comes above all, also during a call. Has to be confirmed.</source>
        <translation>S’affiche par-dessus tout, même pendant un appel. À confirmer.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Enregistrer la modification</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n person(s)</source>
        <translation>
            <numerusform>Envoyer à&#xa0;%n personne</numerusform>
            <numerusform>Envoyer à&#xa0;%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) of work in all</source>
        <translation>
            <numerusform>environ&#xa0;%n minute de travail en tout</numerusform>
            <numerusform>environ&#xa0;%n minutes de travail en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>That is much to read for one day. Press again to send it.</source>
        <translation>C’est beaucoup à lire en un jour. Appuyez encore pour l’envoyer.</translation>
    </message>
    <message>
        <source>New announcement</source>
        <translation>Nouvelle annonce</translation>
    </message>
    <message>
        <source>Change the announcement</source>
        <translation>Modifier l’annonce</translation>
    </message>
    <message>
        <source>Back to the announcements (Esc)</source>
        <translation>Retour aux annonces (Échap)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What is new, in one line</source>
        <translation>Ce qui est nouveau, en une ligne</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>What the passage said before</source>
        <translation>Ce que disait le passage</translation>
    </message>
    <message>
        <source>What it says from now on</source>
        <translation>Ce qu’il dit désormais</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>sans fin</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Non demandée</translation>
    </message>
    <message>
        <source>Asked of everyone</source>
        <translation>Demandée à tous</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>A detail</source>
        <translation>Un détail</translation>
    </message>
    <message>
        <source>Something that matters</source>
        <translation>Quelque chose qui compte</translation>
    </message>
    <message>
        <source>A detail asks nobody again. What matters asks everyone to read it anew.</source>
        <translation>Un détail ne redemande rien à personne. Ce qui compte redemande à chacun de relire.</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>Telle qu’elle sera lue</translation>
    </message>
</context>
<context>
    <name>ConnectionFaults</name>
    <message>
        <source>The server could not be reached.</source>
        <translation>Le serveur n’a pas pu être joint.</translation>
    </message>
    <message>
        <source>The server took the connection and did not answer.</source>
        <translation>Le serveur a accepté la connexion et n’a pas répondu.</translation>
    </message>
    <message>
        <source>What came is not what the server sent. Nothing was changed.</source>
        <translation>Ce qui est arrivé n’est pas ce que le serveur a envoyé. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>What answers at this address is not a kbdesk server.</source>
        <translation>Ce qui répond à cette adresse n’est pas un serveur kbdesk.</translation>
    </message>
    <message>
        <source>The server had changed meanwhile. It is asked again.</source>
        <translation>Le serveur avait changé entre-temps. Il est interrogé à nouveau.</translation>
    </message>
    <message>
        <source>The network answered in place of the server.</source>
        <translation>Le réseau a répondu à la place du serveur.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached, or does not let us through.</source>
        <translation>Le proxy est injoignable, ou ne laisse pas passer.</translation>
    </message>
    <message>
        <source>The proxy wants a password.</source>
        <translation>Le proxy demande un mot de passe.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted here.</source>
        <translation>Ce poste ne fait pas confiance au certificat du serveur.</translation>
    </message>
    <message>
        <source>The server asked for patience.</source>
        <translation>Le serveur a demandé de patienter.</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>La session est terminée.</translation>
    </message>
    <message>
        <source>This kbdesk and the server do not fit: one must be updated.</source>
        <translation>Ce kbdesk et le serveur ne vont pas ensemble&#xa0;: l’un des deux doit être mis à jour.</translation>
    </message>
    <message>
        <source>The server refused a request. Its log says which.</source>
        <translation>Le serveur a refusé une demande. Son journal dit laquelle.</translation>
    </message>
    <message>
        <source>The server refused what a request carried. See its log.</source>
        <translation>Le serveur a refusé le contenu d’une demande. Voyez son journal.</translation>
    </message>
    <message>
        <source>The disk was full.</source>
        <translation>Le disque était plein.</translation>
    </message>
    <message>
        <source>Too much would have gone at once: the copy stays as it is.</source>
        <translation>Trop de choses auraient disparu d’un coup&#xa0;: la copie reste telle quelle.</translation>
    </message>
    <message>
        <source>The copy of “%1” differs from that of the server. It is compared again.</source>
        <translation>La copie de «&#xa0;%1&#xa0;» diffère de celle du serveur. Elle sera comparée à nouveau.</translation>
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
    <name>ContributionsScreen</name>
    <message>
        <source>My contributions</source>
        <translation>Mes contributions</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Here you follow what you proposed.</source>
        <translation>Ici, vous suivrez ce que vous avez proposé.</translation>
    </message>
    <message>
        <source>A sentence that is wrong, an old price? Say it from the article itself.</source>
        <translation>Une phrase fausse, un prix ancien&#xa0;? Dites-le depuis la fiche.</translation>
    </message>
    <message>
        <source>On an open article: suggest an edit</source>
        <translation>Sur une fiche ouverte&#xa0;: proposer une correction</translation>
    </message>
    <message>
        <source>On an open article: say what is wrong</source>
        <translation>Sur une fiche ouverte&#xa0;: dire ce qui ne va pas</translation>
    </message>
    <message>
        <source>The draft “%1” was deleted.</source>
        <translation>Le brouillon «&#xa0;%1&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Published. Everybody reads it as soon as it is sent.</source>
        <translation>Publiée. Tout le monde la lit dès l’envoi.</translation>
    </message>
    <message>
        <source>Your suggestion is on its way to those who review it.</source>
        <translation>Votre suggestion part vers les relecteurs.</translation>
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
    <name>CriticalStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Recalled: %1</source>
        <translation>Retirée&#xa0;:&#xa0;%1</translation>
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
    <name>DifferenceView</name>
    <message>
        <source>This has changed since you learnt it.</source>
        <translation>Ceci a changé depuis que vous l’avez appris.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Désormais</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Not published yet: from %1 at %2.</source>
        <translation>Pas encore publiée&#xa0;: à partir du %1 à %2.</translation>
    </message>
    <message>
        <source>Out of the base since %1 at %2. Do not rely on it.</source>
        <translation>Sortie de la base depuis le %1 à %2. Ne vous y fiez pas.</translation>
    </message>
    <message>
        <source>A draft: not published.</source>
        <translation>Un brouillon&#xa0;: pas publiée.</translation>
    </message>
    <message>
        <source>Being reviewed: not published.</source>
        <translation>En relecture&#xa0;: pas publiée.</translation>
    </message>
    <message>
        <source>In the archive. Do not rely on it.</source>
        <translation>Aux archives. Ne vous y fiez pas.</translation>
    </message>
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
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
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
    <name>Editor</name>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
</context>
<context>
    <name>EditorFoot</name>
    <message>
        <source>A word to %1</source>
        <translation>Un mot à %1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Published as you wrote it; the credit stays theirs.</source>
        <translation>Publié tel que vous l’écrivez&#xa0;; la suggestion reste au nom de son auteur.</translation>
    </message>
    <message>
        <source>What did you change, and why?</source>
        <translation>Qu’avez-vous changé, et pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>It stands at once on this desk.</source>
        <translation>C’est en place tout de suite sur ce poste.</translation>
    </message>
    <message>
        <source>Everybody reads it as soon as it is sent.</source>
        <translation>Tout le monde le lit dès l’envoi.</translation>
    </message>
    <message>
        <source>Why this change?</source>
        <translation>Pourquoi ce changement&#xa0;?</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Nothing is published before it is reviewed. It works offline too.</source>
        <translation>Rien n’est publié avant relecture. Possible aussi hors connexion.</translation>
    </message>
    <message>
        <source>Ask for a second look</source>
        <translation>Demander une relecture</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>New article</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Back (Esc); your text stays here</source>
        <translation>Retour (Échap)&#xa0;; votre texte reste ici</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>from version %1</source>
        <translation>depuis la v%1</translation>
    </message>
    <message>
        <source>Not kept: %1</source>
        <translation>Non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Kept on this desk at %1</source>
        <translation>Enregistré sur ce poste %1</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>Enregistré %1</translation>
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
    <name>FateLine</name>
    <message>
        <source>Taken: it stands</source>
        <translation>Retenu&#xa0;: en vigueur</translation>
    </message>
    <message>
        <source>Taken in other words</source>
        <translation>Retenu, reformulé</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non retenu</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>The head of the text never ends. Close it with a line of three dashes: ---</source>
        <translation>L’en-tête du texte ne se termine pas. Fermez-le par une ligne de trois tirets&#xa0;: ---</translation>
    </message>
    <message>
        <source>The head is no list of fields. Write each as “name: value”.</source>
        <translation>L’en-tête n’est pas une liste de champs. Écrivez chacun sous la forme «&#xa0;nom: valeur&#xa0;».</translation>
    </message>
    <message>
        <source>The head is too long. Move its text below the dashes.</source>
        <translation>L’en-tête est trop long. Déplacez son texte sous les tirets.</translation>
    </message>
    <message>
        <source>The head cannot be read here. Write “name: value”; put a value with a colon or a sign at its start in quotes, and indent by spaces.</source>
        <translation>L’en-tête est illisible ici. Écrivez «&#xa0;nom: valeur&#xa0;»&#xa0;; mettez entre guillemets droits une valeur qui contient deux-points ou commence par un signe, et décalez avec des espaces.</translation>
    </message>
    <message>
        <source>A letter here may not stand in the head. Type the line anew.</source>
        <translation>Un caractère de cette ligne n’est pas admis dans l’en-tête. Retapez la ligne.</translation>
    </message>
    <message>
        <source>A value of the head begins with * or &amp;. Put it in quotes, or write it out.</source>
        <translation>Une valeur de l’en-tête commence par * ou &amp;. Mettez-la entre guillemets droits, ou écrivez-la en toutes lettres.</translation>
    </message>
    <message>
        <source>Too many lists within lists. Write the head more simply.</source>
        <translation>Trop de listes imbriquées. Simplifiez l’en-tête.</translation>
    </message>
    <message>
        <source>This field has no plain name. Write it as “name: value”.</source>
        <translation>Ce champ n’a pas de nom simple. Écrivez-le sous la forme «&#xa0;nom: valeur&#xa0;».</translation>
    </message>
    <message>
        <source>A letter here is none. Delete it, or type the line anew.</source>
        <translation>Un caractère de cette ligne est illisible. Effacez-le, ou retapez la ligne.</translation>
    </message>
    <message>
        <source>Half a letter stands here. Type the line anew.</source>
        <translation>Il n’y a ici qu’une moitié de caractère. Retapez la ligne.</translation>
    </message>
    <message>
        <source>One value stands here, no list. Write it on one line.</source>
        <translation>Une seule valeur est attendue ici, pas une liste. Écrivez-la sur une ligne.</translation>
    </message>
    <message>
        <source>A list is wanted here. Write one entry a line, after a dash.</source>
        <translation>Une liste est attendue ici. Écrivez une entrée par ligne, après un tiret.</translation>
    </message>
    <message>
        <source>“%1” is no day of the calendar. Write it as 2026-03-31.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un jour du calendrier. Écrivez-le ainsi&#xa0;: 2026-03-31.</translation>
    </message>
    <message>
        <source>“%1” is no length of time. Write 90d, 12w, 6m or 1y.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée. Écrivez 90d (jours), 12w (semaines), 6m (mois) ou 1y (an).</translation>
    </message>
    <message>
        <source>“%1” is no moment. Write it as 2026-03-31T08:00.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un moment. Écrivez-le ainsi&#xa0;: 2026-03-31T08:00.</translation>
    </message>
    <message>
        <source>%1 comes before %2, which is %3. Change one of the two.</source>
        <translation>%1 vient avant %2, qui est %3. Changez l’un des deux.</translation>
    </message>
    <message>
        <source>It would go before it comes. Put it after publish_at.</source>
        <translation>La fiche partirait avant de paraître. Choisissez un moment après publish_at.</translation>
    </message>
    <message>
        <source>“%1” cannot be an id. Use letters, digits and - _ . / only.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un identifiant. N’utilisez que des lettres, des chiffres et - _ . /</translation>
    </message>
    <message>
        <source>An article keeps its id: “%1”, not “%2”. Write it back, or begin a new article.</source>
        <translation>Une fiche garde son identifiant&#xa0;: «&#xa0;%1&#xa0;», et non «&#xa0;%2&#xa0;». Rétablissez-le, ou commencez une nouvelle fiche.</translation>
    </message>
    <message>
        <source>This internal block never ends. Close it with a line of three colons: :::</source>
        <translation>Ce bloc interne ne se termine pas. Fermez-le par une ligne de trois deux-points&#xa0;:&#xa0;:::</translation>
    </message>
    <message>
        <source>This block names no day. Write from=2026-03-01, to=2026-03-31, or both.</source>
        <translation>Ce bloc ne nomme aucun jour. Écrivez from=2026-03-01, to=2026-03-31, ou les deux.</translation>
    </message>
    <message>
        <source>This block ends on %1, before it begins on %2. Turn them.</source>
        <translation>Ce bloc finit le %1, avant de commencer le %2. Inversez-les.</translation>
    </message>
    <message>
        <source>There is no text above this question. Put it below one.</source>
        <translation>Il n’y a pas de texte au-dessus de cette question. Placez-la sous celui qu’elle vérifie.</translation>
    </message>
    <message>
        <source>This block asks nothing. Begin it with the question.</source>
        <translation>Ce bloc ne demande rien. Commencez-le par la question.</translation>
    </message>
    <message>
        <source>This question has no answer. Add lines “- [x] right”, “- [ ]”.</source>
        <translation>Cette question n’a pas de réponse. Ajoutez des lignes «&#xa0;- [x] juste&#xa0;», «&#xa0;- [ ]&#xa0;».</translation>
    </message>
    <message>
        <source>This question mixes two ways of answering. Keep to one.</source>
        <translation>Cette question mêle deux façons de répondre. N’en gardez qu’une.</translation>
    </message>
    <message>
        <source>Something follows the explanation. Put it above the line “&gt;”.</source>
        <translation>Il y a du texte après l’explication. Placez-le au-dessus de la ligne «&#xa0;&gt;&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is no answer and no explanation. Begin it with “- [ ]”, or with “&gt;”.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une réponse ni une explication. Commencez par «&#xa0;- [ ]&#xa0;», ou par «&#xa0;&gt;&#xa0;».</translation>
    </message>
    <message>
        <source>An answer is empty. Fill it in, or delete its line.</source>
        <translation>Une réponse est vide. Remplissez-la, ou effacez sa ligne.</translation>
    </message>
    <message>
        <source>One item alone cannot be put in order. Add another.</source>
        <translation>Un seul élément ne peut être ni classé ni associé. Ajoutez-en un autre.</translation>
    </message>
    <message>
        <source>The same answer stands here twice. Change one.</source>
        <translation>La même réponse figure deux fois. Changez-en une.</translation>
    </message>
    <message>
        <source>No answer is marked as right. Write “- [x]” before it.</source>
        <translation>Aucune réponse n’est marquée comme juste. Écrivez «&#xa0;- [x]&#xa0;» devant elle.</translation>
    </message>
    <message>
        <source>One answer alone is no choice. Add a wrong one: “- [ ]”.</source>
        <translation>Une seule réponse n’est pas un choix. Ajoutez-en une fausse&#xa0;: «&#xa0;- [ ]&#xa0;».</translation>
    </message>
    <message>
        <source>The same item stands here twice. Change one.</source>
        <translation>Le même élément figure deux fois. Changez-en un.</translation>
    </message>
    <message>
        <source>“%1” is no kind of question. Delete this word.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type de question. Effacez ce mot.</translation>
    </message>
    <message>
        <source>These answers make a “%1” question, not “%2”. Delete this word, or change them.</source>
        <translation>Ces réponses forment une question «&#xa0;%1&#xa0;», et non «&#xa0;%2&#xa0;». Effacez ce mot, ou changez-les.</translation>
    </message>
    <message>
        <source>This guide has no step. Begin each with a line “## Question”.</source>
        <translation>Ce guide n’a pas d’étape. Commencez chacune par une ligne «&#xa0;## Question&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” leads to “%2”, and no step has this name. Correct it.</source>
        <translation>«&#xa0;%1&#xa0;» mène à «&#xa0;%2&#xa0;», et aucune étape ne porte ce nom. Corrigez-le.</translation>
    </message>
    <message>
        <source>Two steps have the name “%1”. Rename one.</source>
        <translation>Deux étapes portent le nom «&#xa0;%1&#xa0;». Renommez-en une.</translation>
    </message>
    <message>
        <source>No choice leads to the step “%1”. Add one, or delete it.</source>
        <translation>Aucun choix ne mène à l’étape «&#xa0;%1&#xa0;». Ajoutez-en un, ou supprimez l’étape.</translation>
    </message>
    <message>
        <source>From the step “%1” one never gets to an end. Add a choice that leads out.</source>
        <translation>Depuis l’étape «&#xa0;%1&#xa0;», on n’arrive jamais à une fin. Ajoutez un choix qui en sort.</translation>
    </message>
    <message>
        <source>Too many articles have this title. Give it another one.</source>
        <translation>Trop de fiches portent ce titre. Donnez-lui-en un autre.</translation>
    </message>
    <message>
        <source>This draft is no longer on this computer. Choose another.</source>
        <translation>Ce brouillon n’est plus sur ce poste. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” cannot be shown. Take a PNG, JPEG, GIF or WebP picture.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être affichée. Prenez une image PNG, JPEG, GIF ou WebP.</translation>
    </message>
    <message>
        <source>The article is not published any more. Send yours as it is.</source>
        <translation>La fiche n’est plus publiée. Envoyez la vôtre telle quelle.</translation>
    </message>
    <message>
        <source>Somebody else changed the same lines meanwhile. Choose which are to stand.</source>
        <translation>Quelqu’un d’autre a changé les mêmes lignes entre-temps. Choisissez celles qui restent.</translation>
    </message>
    <message>
        <source>This says what is published already. Change it, or delete it.</source>
        <translation>Ce texte est déjà celui qui est publié. Changez-le, ou supprimez le brouillon.</translation>
    </message>
    <message>
        <source>You may not publish this yourself. Suggest it instead.</source>
        <translation>Vous ne pouvez pas le publier vous-même. Proposez-le.</translation>
    </message>
    <message>
        <source>The article was changed meanwhile. Bring your text onto it first.</source>
        <translation>La fiche a changé entre-temps. Reportez d’abord vos changements sur le texte actuel.</translation>
    </message>
    <message>
        <source>You may read “%1”, not decide what is written there. Ask one of its authors.</source>
        <translation>Vous pouvez lire «&#xa0;%1&#xa0;», pas décider de ce qui s’y écrit. Demandez à l’un de ses auteurs.</translation>
    </message>
    <message>
        <source>On “%1” nobody publishes their own text. Ask another author to decide.</source>
        <translation>Sur «&#xa0;%1&#xa0;», personne ne publie son propre texte. Demandez à un autre auteur de décider.</translation>
    </message>
    <message>
        <source>No change is chosen. Choose one by its number, or decline.</source>
        <translation>Aucun changement n’est choisi. Choisissez-en un par son numéro, ou refusez.</translation>
    </message>
    <message>
        <source>A no wants a reason. Say it in a sentence: its author reads it.</source>
        <translation>Un refus se motive. Dites-le en une phrase&#xa0;: l’auteur la lira.</translation>
    </message>
    <message>
        <source>This was decided already. There is nothing left to do.</source>
        <translation>C’est déjà décidé. Il n’y a plus rien à faire.</translation>
    </message>
    <message>
        <source>This suggestion is yours. Withdraw it to change it.</source>
        <translation>Cette suggestion est la vôtre. Retirez-la pour la modifier.</translation>
    </message>
    <message>
        <source>Nothing is asked about this suggestion. Withdraw it to go on.</source>
        <translation>On ne vous demande rien sur cette suggestion. Retirez-la pour la reprendre.</translation>
    </message>
    <message>
        <source>This suggestion is not here any more. Choose another.</source>
        <translation>Cette suggestion n’est plus là. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This remark is not here any more. Choose another.</source>
        <translation>Cette remarque n’est plus là. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This remark is answered. Make a new one of the article.</source>
        <translation>Cette remarque a sa réponse. Faites-en une nouvelle depuis la fiche.</translation>
    </message>
    <message>
        <source>It was answered already. It can no longer be taken back.</source>
        <translation>Une réponse est déjà venue. On ne peut plus la reprendre.</translation>
    </message>
    <message>
        <source>Words are wanted here. Write a sentence.</source>
        <translation>Rien n’est écrit ici. Écrivez une phrase.</translation>
    </message>
    <message>
        <source>A text here has at most %1 letters. Say it shorter.</source>
        <translation>Un texte a ici %1 caractères au plus. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>At most %1 articles at a time. Choose fewer.</source>
        <translation>%1 fiches au plus à la fois. Choisissez-en moins.</translation>
    </message>
    <message>
        <source>You may read here and not write. Ask an administrator.</source>
        <translation>Vous pouvez lire ici, pas écrire. Demandez à un administrateur.</translation>
    </message>
</context>
<context>
    <name>FeedbackSheet</name>
    <message>
        <source>About this passage: “%1”</source>
        <translation>Sur ce passage&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>About “%1”</source>
        <translation>Sur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation>Toute la fiche</translation>
    </message>
    <message>
        <source>About the whole article instead</source>
        <translation>Parler plutôt de toute la fiche</translation>
    </message>
    <message>
        <source>Close without sending (Esc)</source>
        <translation>Fermer sans envoyer (Échap)</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>De quoi s’agit-il&#xa0;?</translation>
    </message>
    <message>
        <source>In your words (optional)</source>
        <translation>Avec vos mots (facultatif)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>The owner of the article reads it and answers you.</source>
        <translation>Le responsable de la fiche la lit et vous répond.</translation>
    </message>
    <message>
        <source>No connection now: it goes by itself as soon as there is one.</source>
        <translation>Hors connexion&#xa0;: elle partira d’elle-même au retour du réseau.</translation>
    </message>
    <message>
        <source>Since when, as far as you know</source>
        <translation>Depuis quand, si vous le savez</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Ce qui est juste</translation>
    </message>
    <message>
        <source>What you had to read twice</source>
        <translation>Ce qu’il a fallu relire</translation>
    </message>
    <message>
        <source>What the customer asked</source>
        <translation>Ce que le client demandait</translation>
    </message>
    <message>
        <source>What it was good for</source>
        <translation>À quoi elle a servi</translation>
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
    <name>GapPane</name>
    <message>
        <source>Which article answers it?</source>
        <translation>Quelle fiche y répond&#xa0;?</translation>
    </message>
    <message>
        <source>Why is nothing missing here?</source>
        <translation>Pourquoi ne manque-t-il rien ici&#xa0;?</translation>
    </message>
    <message>
        <source>It is not our trade.</source>
        <translation>Ce n’est pas notre métier.</translation>
    </message>
    <message>
        <source>Say it in a few words.</source>
        <translation>Dites-le en quelques mots.</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Manques</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Demandé %n fois</numerusform>
            <numerusform>Demandé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Searched as</source>
        <translation>Cherché ainsi</translation>
    </message>
    <message>
        <source>Opened without an answer: %1</source>
        <translation>Ouvertes sans y trouver la réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Ce que c’est devenu</translation>
    </message>
    <message>
        <source>Asked again, for “%1”</source>
        <translation>Redemandé, pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>still not found</source>
        <translation>toujours introuvable</translation>
    </message>
    <message>
        <source>not found; “%1” comes first</source>
        <translation>introuvable&#xa0;; «&#xa0;%1&#xa0;» vient d’abord</translation>
    </message>
    <message>
        <source>found, in place %1</source>
        <translation>trouvée, à la place %1</translation>
    </message>
    <message>
        <source>in place %1, but the article hardly speaks of it</source>
        <translation>à la place %1, mais la fiche n’en parle guère</translation>
    </message>
    <message>
        <source>Nothing can be closed: give the article these words as other names, or choose another.</source>
        <translation>Rien ne peut être fermé&#xa0;: donnez ces mots à la fiche comme autres noms, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>Écrire la fiche</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Rattacher…</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Écarter…</translation>
    </message>
    <message numerus="yes">
        <source>Close %n gap(s)</source>
        <translation>
            <numerusform>Fermer %n manque</numerusform>
            <numerusform>Fermer %n manques</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
</context>
<context>
    <name>GapsPart</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidés</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>Rien n’a encore été décidé.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Il ne manque rien.</translation>
    </message>
    <message>
        <source>Searches that found nothing, were asked again in other words, or led to no article are gathered here by themselves, in subjects.</source>
        <translation>Les recherches qui n’ont rien trouvé, qu’il a fallu reformuler ou qui n’ont mené à aucune fiche se rassemblent ici d’elles-mêmes, par sujets.</translation>
    </message>
</context>
<context>
    <name>Glyph</name>
    <message>
        <source>“</source>
        <translation>«</translation>
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
    <name>HeadBar</name>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>The last 8 weeks · %1 articles · counted on this desk now</source>
        <translation>Les 8 dernières semaines · %1 fiches · compté sur ce poste à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s) are missing</source>
        <translation>
            <numerusform>%n sujet manque</numerusform>
            <numerusform>%n sujets manquent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are to be reviewed</source>
        <translation>
            <numerusform>%n fiche est à revoir</numerusform>
            <numerusform>%n fiches sont à revoir</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing, and nothing is to be reviewed</source>
        <translation>Il ne manque rien, et rien n’est à revoir</translation>
    </message>
    <message numerus="yes">
        <source>the line: %n answered</source>
        <translation>
            <numerusform>la ligne&#xa0;: %n résolue</numerusform>
            <numerusform>la ligne&#xa0;: %n résolues</numerusform>
        </translation>
    </message>
    <message>
        <source>this week</source>
        <translation>cette semaine</translation>
    </message>
    <message>
        <source>Searches that failed</source>
        <translation>Recherches sans réponse</translation>
    </message>
    <message>
        <source>Week of %1: %2 failed, %3 answered</source>
        <translation>Semaine du %1&#xa0;: %2 sans réponse, %3 résolues</translation>
    </message>
    <message>
        <source>of %1 verified are older than 90 days</source>
        <translation>sur %1 vérifiées ont plus de 90 jours</translation>
    </message>
    <message numerus="yes">
        <source>%n never verified</source>
        <translation>
            <numerusform>%n jamais vérifiée</numerusform>
            <numerusform>%n jamais vérifiées</numerusform>
        </translation>
    </message>
    <message>
        <source>Age of the verification</source>
        <translation>Âge de la vérification</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>a span of days</comment>
        <translation>%1 j</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s): %1</source>
        <translation>
            <numerusform>%n fiche&#xa0;: %1</numerusform>
            <numerusform>%n fiches&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>median of the last decisions</source>
        <translation>médiane des dernières décisions</translation>
    </message>
    <message>
        <source>nothing was decided yet</source>
        <translation>rien n’a encore été décidé</translation>
    </message>
    <message>
        <source>Wait of the suggestions</source>
        <translation>Délai des suggestions</translation>
    </message>
    <message>
        <source>Week of %1: nothing decided</source>
        <translation>Semaine du %1&#xa0;: rien n’a été décidé</translation>
    </message>
    <message numerus="yes">
        <source>Week of %1: %2 days, %n decided</source>
        <translation>
            <numerusform>Semaine du %1&#xa0;: %2 jours, %n décidée</numerusform>
            <numerusform>Semaine du %1&#xa0;: %2 jours, %n décidées</numerusform>
        </translation>
    </message>
    <message>
        <source>promised: 2 d</source>
        <translation>promis&#xa0;: 2 j</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>What people looked for and did not find. Enter opens one.</source>
        <translation>Ce que l’on a cherché sans le trouver. Entrée ouvre un sujet.</translation>
    </message>
    <message numerus="yes">
        <source>%n more under Gaps.</source>
        <translation>
            <numerusform>%n autre dans Manques.</numerusform>
            <numerusform>%n autres dans Manques.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searches that fail are gathered here, in subjects. There are none.</source>
        <translation>Les recherches sans réponse se rassemblent ici, par sujets. Il n’y en a pas.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message numerus="yes">
        <source>opened here %n time(s)</source>
        <translation>
            <numerusform>ouverte ici %n fois</numerusform>
            <numerusform>ouverte ici %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>The riskiest first: read often, looked at long ago.</source>
        <translation>Les plus risquées d’abord&#xa0;: souvent lues, revues il y a longtemps.</translation>
    </message>
    <message>
        <source>Every article is verified.</source>
        <translation>Toutes les fiches sont vérifiées.</translation>
    </message>
    <message>
        <source>To review first</source>
        <translation>À revoir d’abord</translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n vérifiée</numerusform>
            <numerusform>%n vérifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n à revoir</numerusform>
            <numerusform>%n à revoir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never</source>
        <translation>
            <numerusform>%n jamais</numerusform>
            <numerusform>%n jamais</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed since Monday.</source>
        <translation>
            <numerusform>%n fiche modifiée depuis lundi.</numerusform>
            <numerusform>%n fiches modifiées depuis lundi.</numerusform>
        </translation>
    </message>
    <message>
        <source>By shelf</source>
        <translation>Par rayon</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflit</numerusform>
            <numerusform>%n conflits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>confirmed by %1 of %2</source>
        <translation>confirmées par %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n announcement(s) in force</source>
        <translation>
            <numerusform>%n annonce en cours</numerusform>
            <numerusform>%n annonces en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>What somebody expects an answer to.</source>
        <translation>Ce dont quelqu’un attend une réponse.</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Ce qui attend</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Rien ne vous attend.</translation>
    </message>
    <message>
        <source>the oldest came today</source>
        <translation>la plus ancienne est d’aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>the oldest for %n day(s)</source>
        <translation>
            <numerusform>la plus ancienne depuis %n jour</numerusform>
            <numerusform>la plus ancienne depuis %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 answers right</source>
        <translation>%1 bonnes réponses sur %2</translation>
    </message>
    <message>
        <source>Where quizzes go wrong. Fewer than five people are never shown.</source>
        <translation>Là où l’on se trompe. Moins de cinq personnes ne sont jamais montrées.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) masked.</source>
        <translation>
            <numerusform>%n question masquée.</numerusform>
            <numerusform>%n questions masquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak subjects</source>
        <translation>Sujets fragiles</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>About %1 in all, between two calls or in one go.</source>
        <translation>Environ %1 en tout, entre deux appels ou d’une traite.</translation>
    </message>
    <message>
        <source>an article</source>
        <translation>une fiche</translation>
    </message>
    <message>
        <source>a guide</source>
        <translation>un guide</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>un test</translation>
    </message>
    <message>
        <source>Nothing for today</source>
        <translation>Rien pour aujourd’hui</translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>Aujourd’hui&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n question à revoir</numerusform>
            <numerusform>%n questions à revoir</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Next in “%1”: %2</source>
        <translation>À suivre dans «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) put aside</source>
        <translation>
            <numerusform>%n question mise de côté</numerusform>
            <numerusform>%n questions mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A test put aside: %n question(s) left</source>
        <translation>
            <numerusform>Un test mis de côté&#xa0;: reste %n question</numerusform>
            <numerusform>Un test mis de côté&#xa0;: restent %n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait until your contact is over; nothing is lost.</source>
        <translation>Elles attendent la fin de votre contact&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>%1 more; what you answered is kept.</source>
        <translation>Encore %1&#xa0;; vos réponses sont gardées.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>No question has been written yet.</source>
        <translation>Aucune question n’a encore été écrite.</translation>
    </message>
    <message>
        <source>Done for today.</source>
        <translation>C’est fait pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing is due now.</source>
        <translation>Rien à revoir pour l’instant.</translation>
    </message>
    <message>
        <source>Questions come with the articles: whoever writes there can add some.</source>
        <translation>Les questions viennent avec les fiches&#xa0;: qui les écrit peut en ajouter.</translation>
    </message>
    <message>
        <source>New questions come with what you read.</source>
        <translation>De nouvelles questions viennent avec ce que vous lisez.</translation>
    </message>
    <message>
        <source>The next question comes %1.</source>
        <translation>La prochaine question vient %1.</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>Avec les autres</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>ended</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Make a cohort</source>
        <translation>Créer une cohorte</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) asleep: their passage has changed</source>
        <translation>
            <numerusform>%n question en sommeil&#xa0;: son passage a changé</numerusform>
            <numerusform>%n questions en sommeil&#xa0;: leur passage a changé</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Les voir</translation>
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
    <name>HomeSide</name>
    <message>
        <source>Seven days to come</source>
        <translation>Sept jours à venir</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) in all, %1 at most a day.</source>
        <translation>
            <numerusform>%n question en tout, %1 au plus par jour.</numerusform>
            <numerusform>%n questions en tout, %1 au plus par jour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered in the last seven days.</source>
        <translation>
            <numerusform>%n réponse ces sept derniers jours.</numerusform>
            <numerusform>%n réponses ces sept derniers jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due this week.</source>
        <translation>Rien à revoir cette semaine.</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>By your own answers; only you see this.</source>
        <translation>D’après vos réponses&#xa0;; vous seul le voyez.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation>%1&#xa0;: %2 sur %3 justes</translation>
    </message>
    <message>
        <source>A question?</source>
        <translation>Une question&#xa0;?</translation>
    </message>
    <message>
        <source>%1 accompanies you.</source>
        <translation>%1 vous accompagne.</translation>
    </message>
    <message>
        <source>%1 accompany you.</source>
        <translation>%1 vous accompagnent.</translation>
    </message>
    <message>
        <source>What your trainer sees</source>
        <translation>Ce que voit votre tuteur</translation>
    </message>
    <message>
        <source>What is kept of you</source>
        <translation>Ce qui est gardé de vous</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>To read</source>
        <translation>À lire</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>New announcement</source>
        <translation>Nouvelle annonce</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyées</translation>
    </message>
    <message numerus="yes">
        <source>%n new: show</source>
        <translation>
            <numerusform>%n nouvelle&#xa0;: afficher</numerusform>
            <numerusform>%n nouvelles&#xa0;: afficher</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Rien n’a encore été envoyé.</translation>
    </message>
    <message>
        <source>What you announce stands here, with how far it has come.</source>
        <translation>Ce que vous annoncez est ici, avec qui l’a reçu et compris.</translation>
    </message>
    <message>
        <source>You have read everything.</source>
        <translation>Vous avez tout lu.</translation>
    </message>
    <message>
        <source>Critical news comes up by itself, even during a call.</source>
        <translation>Une annonce critique s’affiche d’elle-même, même pendant un appel.</translation>
    </message>
    <message>
        <source>No announcement at the moment.</source>
        <translation>Aucune annonce pour le moment.</translation>
    </message>
    <message>
        <source>What your supervisors announce stands here.</source>
        <translation>Ce qu’annoncent vos superviseurs est ici.</translation>
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
    <name>LearnWords</name>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Article to read</source>
        <translation>Fiche à lire</translation>
    </message>
    <message>
        <source>Guide to walk</source>
        <translation>Guide à suivre</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 sur %n étape</numerusform>
            <numerusform>%1 sur %n étapes</numerusform>
        </translation>
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
    <name>Meeting</name>
    <message numerus="yes">
        <source>Choose between the two texts first: %n left.</source>
        <translation>
            <numerusform>Choisissez d’abord entre les deux textes&#xa0;: encore %n.</numerusform>
            <numerusform>Choisissez d’abord entre les deux textes&#xa0;: encore %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>Les deux textes</translation>
    </message>
    <message>
        <source>What you choose becomes your draft; nothing is sent by it.</source>
        <translation>Votre choix devient votre brouillon&#xa0;; rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Go on with this text</source>
        <translation>Continuer avec ce texte</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>MinePane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Who looks after the article reads it: one sentence, then Enter</source>
        <translation>Le responsable de la fiche la lira&#xa0;: une phrase, puis Entrée</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>An answer wants words.</source>
        <translation>Écrivez votre réponse.</translation>
    </message>
    <message>
        <source>Draft, kept on this desk %1</source>
        <translation>Brouillon, enregistré sur ce poste %1</translation>
    </message>
    <message>
        <source>Why this change?</source>
        <translation>Pourquoi ce changement&#xa0;?</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>It goes by itself as soon as there is a connection.</source>
        <translation>L’envoi partira de lui-même au retour du réseau.</translation>
    </message>
    <message>
        <source>They ask you something before they decide.</source>
        <translation>On vous demande une précision avant de décider.</translation>
    </message>
    <message>
        <source>Nothing is published before somebody has reviewed it.</source>
        <translation>Rien n’est publié avant une relecture.</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Vous avez écrit</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>Withdraw and go on writing</source>
        <translation>Retirer et continuer à écrire</translation>
    </message>
    <message>
        <source>No search finds it now; its history stays.</source>
        <translation>Aucune recherche ne la trouve pour l’instant&#xa0;; son historique reste.</translation>
    </message>
    <message>
        <source>They ask you something: your answer helps to mend it.</source>
        <translation>On vous demande une précision&#xa0;: votre réponse aide à corriger.</translation>
    </message>
    <message>
        <source>Somebody answers, within a day as a rule.</source>
        <translation>Vous aurez une réponse, en général sous un jour.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>MineRows</name>
    <message>
        <source>Not published</source>
        <translation>Non publiée</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Programmée</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirée</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivée</translation>
    </message>
    <message>
        <source>appears %1</source>
        <comment>a day</comment>
        <translation>paraît le&#xa0;%1</translation>
    </message>
    <message>
        <source>Without a title yet</source>
        <translation>Encore sans titre</translation>
    </message>
    <message>
        <source>new article</source>
        <translation>nouvelle fiche</translation>
    </message>
    <message>
        <source>edit of an article</source>
        <translation>correction d’une fiche</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
</context>
<context>
    <name>MinorChoice</name>
    <message>
        <source>Only a detail: verification and questions stay</source>
        <translation>Simple détail&#xa0;: vérification et questions restent</translation>
    </message>
    <message>
        <source>Only a detail</source>
        <translation>Simple détail</translation>
    </message>
</context>
<context>
    <name>MovedLine</name>
    <message>
        <source>Somebody published a change of this article meanwhile. Both fit together.</source>
        <translation>Cette fiche a été modifiée entre-temps. Les deux textes vont ensemble.</translation>
    </message>
    <message>
        <source>Somebody published a change of the same lines meanwhile. Both texts are kept.</source>
        <translation>Les mêmes lignes ont été modifiées entre-temps. Les deux textes sont gardés.</translation>
    </message>
    <message>
        <source>This article was taken out meanwhile. Your text is kept; sending it proposes it again.</source>
        <translation>Cette fiche a été retirée entre-temps. Votre texte est gardé&#xa0;; l’envoyer la propose de nouveau.</translation>
    </message>
    <message>
        <source>Bring my text onto it</source>
        <translation>Reporter mon texte dessus</translation>
    </message>
    <message>
        <source>See both texts</source>
        <translation>Voir les deux textes</translation>
    </message>
</context>
<context>
    <name>NamesPanel</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n reste</numerusform>
            <numerusform>%n restent</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the names (N)</source>
        <translation>Fermer les noms (N)</translation>
    </message>
    <message>
        <source>Who is missing</source>
        <translation>Qui manque</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong answer(s)</source>
        <translation>
            <numerusform>%n mauvaise réponse</numerusform>
            <numerusform>%n mauvaises réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>there now</source>
        <translation>en poste</translation>
    </message>
    <message>
        <source>last there %1</source>
        <comment>a day and a time</comment>
        <translation>vu en poste&#xa0;%1</translation>
    </message>
    <message>
        <source>never signed in</source>
        <translation>jamais connecté</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
</context>
<context>
    <name>NextKeys</name>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédente</translation>
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
        <source>kept</source>
        <translation>gardée</translation>
    </message>
    <message>
        <source>not kept yet</source>
        <translation>pas encore gardée</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>non gardée</translation>
    </message>
</context>
<context>
    <name>NoticeFoot</name>
    <message>
        <source>Answer the question</source>
        <translation>Répondre à la question</translation>
    </message>
    <message>
        <source>Open the board</source>
        <translation>Ouvrir le tableau</translation>
    </message>
    <message>
        <source>%1 would like to know that you have read this.</source>
        <translation>%1 souhaite savoir que vous l’avez lue.</translation>
    </message>
    <message>
        <source>One question follows, in 20 seconds.</source>
        <translation>Une question suivra, en 20 secondes.</translation>
    </message>
    <message>
        <source>Confirmed. One question is left; the keys 1 to 9 answer it.</source>
        <translation>Confirmée. Il reste une question&#xa0;; les touches 1 à 9 y répondent.</translation>
    </message>
    <message>
        <source>Confirmed and understood.</source>
        <translation>Confirmée et comprise.</translation>
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
    <name>NoticeSide</name>
    <message>
        <source>Recalled by %1, %2: %3</source>
        <comment>who, when, why</comment>
        <translation>Retirée par&#xa0;%1,&#xa0;%2&#xa0;:&#xa0;%3</translation>
    </message>
    <message>
        <source>This has changed since you read it. Please read it again.</source>
        <translation>Elle a changé depuis que vous l’avez lue. Merci de la relire.</translation>
    </message>
    <message>
        <source>This announcement has ended.</source>
        <translation>Cette annonce est terminée.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Open the passage</source>
        <translation>Ouvrir le passage</translation>
    </message>
    <message>
        <source>Back to the announcements (Esc)</source>
        <translation>Retour aux annonces (Échap)</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Important</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non reçue</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affichée</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmée</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Comprise</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>a full hour of the day</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <comment>hours and minutes of the day</comment>
        <translation>%1&#xa0;h&#xa0;%2</translation>
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
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a day, a time of day</comment>
        <translation>%1 à&#xa0;%2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis&#xa0;%1</translation>
    </message>
    <message>
        <source>In force from %1 to %2</source>
        <comment>two moments</comment>
        <translation>Début&#xa0;:&#xa0;%1, fin&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>In force from %1</source>
        <translation>Début&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Fin&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Understood %1</source>
        <comment>a day</comment>
        <translation>Comprise&#xa0;%1</translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <comment>a day</comment>
        <translation>Confirmée&#xa0;%1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lue</translation>
    </message>
    <message>
        <source>A question waits</source>
        <translation>Une question attend</translation>
    </message>
    <message>
        <source>Changed, to confirm</source>
        <translation>Modifiée, à confirmer</translation>
    </message>
    <message>
        <source>Changed, to read</source>
        <translation>Modifiée, à relire</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>À lire</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Rédacteurs</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>Superviseurs</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administrateurs</translation>
    </message>
    <message>
        <source>Readers of %1</source>
        <comment>a shelf</comment>
        <translation>Lecteurs de&#xa0;%1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyée</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Starts %1</source>
        <comment>a day and a time</comment>
        <translation>Commence&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 people have seen it</source>
        <translation>Vue par %1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 people have confirmed</source>
        <translation>Confirmée par %1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 people have understood</source>
        <translation>Comprise par %1 sur %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a share</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Read the announcement</source>
        <translation>Lire l’annonce</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>Annonces</translation>
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
    <name>OutcomeWords</name>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>You: place %1</source>
        <translation>Vous&#xa0;: place %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
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
    <name>PathLine</name>
    <message>
        <source>After: %1</source>
        <translation>Après&#xa0;: %1</translation>
    </message>
    <message>
        <source>Done on %1</source>
        <translation>Fini le %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Corrigée</translation>
    </message>
    <message>
        <source>Not in this base yet</source>
        <translation>Pas encore dans cette base</translation>
    </message>
    <message>
        <source>Passed on %1</source>
        <translation>Réussi le %1</translation>
    </message>
    <message>
        <source>Read on %1</source>
        <translation>Lu le %1</translation>
    </message>
    <message>
        <source>Read? D marks it</source>
        <translation>Lu&#xa0;? Touche D</translation>
    </message>
    <message>
        <source>pass mark %1 %</source>
        <translation>réussi dès %1&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n essai</numerusform>
            <numerusform>%n essais</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathPage</name>
    <message>
        <source>Opens after: %1</source>
        <translation>S’ouvre après&#xa0;: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>tout est fait</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>encore %1 min</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
    <message>
        <source>Read the article</source>
        <translation>Lire la fiche</translation>
    </message>
    <message>
        <source>Walk the guide</source>
        <translation>Suivre le guide</translation>
    </message>
    <message>
        <source>Begin the test</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>C’est lu</translation>
    </message>
    <message>
        <source>I have walked it</source>
        <translation>C’est fait</translation>
    </message>
</context>
<context>
    <name>PathSection</name>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>See the whole path</source>
        <translation>Voir tout le parcours</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
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
    <name>Preview</name>
    <message>
        <source>Without a title yet</source>
        <translation>Encore sans titre</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%n thing(s) to mend first</source>
        <translation>
            <numerusform>%n point à corriger d’abord</numerusform>
            <numerusform>%n points à corriger d’abord</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is still to be written</source>
        <translation>«&#xa0;%1&#xa0;» reste à écrire</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Ligne %1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Line %1: %3</source>
        <translation>Ligne %1&#xa0;: %3</translation>
    </message>
    <message>
        <source>%2: %3</source>
        <translation>%2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>QuestionFields</name>
    <message>
        <source>A question to be sure</source>
        <translation>Une question pour s’en assurer</translation>
    </message>
    <message>
        <source>Who answers it rightly counts as having understood.</source>
        <translation>Qui y répond juste compte comme ayant compris.</translation>
    </message>
    <message>
        <source>Add a question</source>
        <translation>Ajouter une question</translation>
    </message>
    <message>
        <source>Ask no question</source>
        <translation>Ne pas poser de question</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Bonne réponse</translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation>Mauvaise réponse</translation>
    </message>
    <message>
        <source>Why (told after the answer)</source>
        <translation>Pourquoi (dit après la réponse)</translation>
    </message>
</context>
<context>
    <name>QuizEnd</name>
    <message>
        <source>End of the session</source>
        <translation>Fin de la séance</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 right.</source>
        <translation>
            <numerusform>%n juste sur %1.</numerusform>
            <numerusform>%n justes sur %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>Pas encore.</translation>
    </message>
    <message>
        <source>Passed: step done.</source>
        <translation>Réussi&#xa0;: étape faite.</translation>
    </message>
    <message>
        <source>The step is done from %1 on; try again when you like.</source>
        <translation>L’étape est faite à partir de %1&#xa0;; réessayez quand vous voulez.</translation>
    </message>
    <message>
        <source>Done for now.</source>
        <translation>C’est fait.</translation>
    </message>
    <message>
        <source>The others come again sooner, that is all.</source>
        <translation>Les autres reviendront plus tôt, c’est tout.</translation>
    </message>
    <message>
        <source>They come again soon, that is all.</source>
        <translation>Elles reviendront bientôt, c’est tout.</translation>
    </message>
    <message>
        <source>again %1</source>
        <translation>de nouveau %1</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>To see again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Back to Learn</source>
        <translation>Revenir</translation>
    </message>
</context>
<context>
    <name>QuizFlow</name>
    <message>
        <source>Session of the day</source>
        <translation>Séance du jour</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mettre de côté</translation>
    </message>
</context>
<context>
    <name>QuizFoot</name>
    <message>
        <source>By luck</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Dur</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Facile</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>Comment était-ce&#xa0;?</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>We ask it again %1.</source>
        <translation>On vous la repose %1.</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Question %1 sur %2</translation>
    </message>
    <message>
        <source>a call puts the session aside, nothing is lost</source>
        <translation>un appel met la séance de côté, rien n’est perdu</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Question suivante</translation>
    </message>
    <message>
        <source>Now the question</source>
        <translation>À la question</translation>
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
        <source>Test yourself on this article</source>
        <translation>Se tester sur cette fiche</translation>
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
    <name>ReadingPane</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Retour à la liste (Échap)</translation>
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
    <name>RecallForm</name>
    <message>
        <source>Say why, for those who had read it.</source>
        <translation>Dites pourquoi, pour ceux qui l’avaient lue.</translation>
    </message>
    <message>
        <source>Why it is recalled, for those who had read it</source>
        <translation>Pourquoi elle est retirée, pour ceux qui l’avaient lue</translation>
    </message>
    <message>
        <source>Recall the announcement</source>
        <translation>Retirer l’annonce</translation>
    </message>
</context>
<context>
    <name>RemarkPane</name>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>You will see to it</source>
        <translation>Vous vous en occupez</translation>
    </message>
    <message>
        <source>It is mended</source>
        <translation>C’est corrigé</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Pourquoi ce refus&#xa0;?</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Que voulez-vous savoir&#xa0;?</translation>
    </message>
    <message>
        <source>For %1: one sentence, then Enter</source>
        <translation>Pour %1&#xa0;: une phrase, puis Entrée</translation>
    </message>
    <message>
        <source>An answer wants words: who asked reads them.</source>
        <translation>Écrivez une réponse&#xa0;: la personne qui a demandé la lira.</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>la personne</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Précision demandée</translation>
    </message>
    <message>
        <source>Waits for more than a day.</source>
        <translation>Attend depuis plus d’un jour.</translation>
    </message>
    <message>
        <source>The article was changed since: version %1, this is about version %2.</source>
        <translation>La fiche a changé depuis&#xa0;: v%1, la remarque porte sur la v%2.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>I will see to it</source>
        <translation>Je m’en occupe</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Corrigé</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Demander une précision</translation>
    </message>
    <message>
        <source>Mend it now</source>
        <translation>Corriger maintenant</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>searched: %1</source>
        <translation>cherchait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing more was said.</source>
        <translation>Rien de plus n’a été dit.</translation>
    </message>
</context>
<context>
    <name>RemarksBoard</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Précision demandée</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>Remarks about articles</source>
        <translation>Remarques sur les fiches</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>À répondre</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <source>Every remark has its answer.</source>
        <translation>Chaque remarque a sa réponse.</translation>
    </message>
    <message>
        <source>What people say of your articles (F4) stands here; answer within a day.</source>
        <translation>Ce que l’on dit de vos fiches (F4) arrive ici&#xa0;; répondez sous un jour.</translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation>Aucune réponse pour l’instant.</translation>
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
    <name>ReviewPane</name>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
    <message>
        <source>on version %1</source>
        <translation>sur la v%1</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Accept and publish</source>
        <translation>Accepter et publier</translation>
    </message>
    <message>
        <source>Accept: take it out</source>
        <translation>Accepter&#xa0;: retirer</translation>
    </message>
    <message>
        <source>Publish %1 of %2</source>
        <translation>Publier %1 sur %2</translation>
    </message>
    <message>
        <source>Edit first</source>
        <translation>Retoucher</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Demander une précision</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Ajouter un mot</translation>
    </message>
    <message numerus="yes">
        <source>Choose between the two texts first: %n left.</source>
        <translation>
            <numerusform>Choisissez d’abord entre les deux textes&#xa0;: encore %n.</numerusform>
            <numerusform>Choisissez d’abord entre les deux textes&#xa0;: encore %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reads it: one sentence, then Enter</source>
        <translation>%1 le lira&#xa0;: une phrase, puis Entrée</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Pourquoi ce refus&#xa0;?</translation>
    </message>
    <message>
        <source>%1 reads it with your decision</source>
        <translation>%1 le lira avec votre décision</translation>
    </message>
    <message>
        <source>A word with it</source>
        <translation>Un mot d’accompagnement</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>Que voulez-vous savoir&#xa0;?</translation>
    </message>
    <message>
        <source>A no wants a reason: its author reads it.</source>
        <translation>Un refus se motive&#xa0;: l’auteur lira pourquoi.</translation>
    </message>
    <message>
        <source>A question wants words: its author reads it.</source>
        <translation>Une question demande des mots&#xa0;: son auteur la lit.</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Asked back</source>
        <translation>Précision demandée</translation>
    </message>
    <message>
        <source>Answer received</source>
        <translation>Réponse reçue</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Oldest: %1</source>
        <translation>La plus ancienne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Suggestions to review</source>
        <translation>Suggestions à relire</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Tout est décidé.</translation>
    </message>
    <message>
        <source>What people propose for your articles stands here, the oldest first.</source>
        <translation>Ce que l’on propose pour vos fiches arrive ici, les plus anciennes d’abord.</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>This article was taken out meanwhile. Accepting publishes it again, with this text; declining leaves it out.</source>
        <translation>Cette fiche a été retirée entre-temps. Accepter la republie avec ce texte&#xa0;; refuser la laisse retirée.</translation>
    </message>
    <message>
        <source>Somebody else changed the same lines meanwhile. Both texts are kept: choose one for each.</source>
        <translation>Quelqu’un a modifié les mêmes lignes entre-temps. Les deux textes sont gardés&#xa0;: choisissez pour chacune.</translation>
    </message>
    <message>
        <source>The article was changed elsewhere meanwhile. Both fit together: what you see is compared with today&apos;s text.</source>
        <translation>La fiche a changé ailleurs entre-temps. Les deux vont ensemble&#xa0;: la comparaison se fait avec le texte d’aujourd’hui.</translation>
    </message>
    <message>
        <source>The text this was made from is not kept any more. Look closely: what others wrote since may be among what it takes away.</source>
        <translation>Le texte de départ n’est plus gardé. Regardez bien&#xa0;: ce que d’autres ont écrit depuis peut être parmi ce qui est retiré.</translation>
    </message>
    <message>
        <source>This is published already. There is nothing to change.</source>
        <translation>C’est déjà publié. Il n’y a rien à changer.</translation>
    </message>
    <message>
        <source>This article was taken out already.</source>
        <translation>Cette fiche est déjà retirée.</translation>
    </message>
    <message>
        <source>To be taken out, but somebody changed it meanwhile. Accepting takes out their text too; declining keeps it.</source>
        <translation>À retirer, mais quelqu’un l’a modifiée entre-temps. Accepter retire aussi son texte&#xa0;; refuser le garde.</translation>
    </message>
    <message>
        <source>Accepting takes the whole article out. Its history stays.</source>
        <translation>Accepter retire toute la fiche. Son historique reste.</translation>
    </message>
    <message>
        <source>The article was changed before your decision arrived.</source>
        <translation>La fiche a changé avant l’arrivée de votre décision.</translation>
    </message>
    <message>
        <source>Somebody else decided about this first.</source>
        <translation>Quelqu’un d’autre a décidé avant vous.</translation>
    </message>
    <message>
        <source>You may not decide about this shelf any more.</source>
        <translation>Vous ne décidez plus dans cet espace.</translation>
    </message>
    <message>
        <source>On this shelf nobody decides about their own text.</source>
        <translation>Dans cet espace, personne ne décide de son propre texte.</translation>
    </message>
    <message>
        <source>The server did not take your decision.</source>
        <translation>Le serveur n’a pas accepté votre décision.</translation>
    </message>
    <message>
        <source>Yours is kept: look again and decide.</source>
        <translation>La vôtre est gardée&#xa0;: regardez et décidez de nouveau.</translation>
    </message>
    <message>
        <source>You may not write there any more.</source>
        <translation>Vous n’écrivez plus dans cet espace.</translation>
    </message>
    <message>
        <source>The article is not there any more.</source>
        <translation>La fiche n’y est plus.</translation>
    </message>
    <message>
        <source>The server did not take it.</source>
        <translation>Le serveur ne l’a pas acceptée.</translation>
    </message>
    <message>
        <source>Your words are kept: take it back and go on.</source>
        <translation>Vos mots sont gardés&#xa0;: reprenez-les et continuez.</translation>
    </message>
    <message>
        <source>Four eyes: on this shelf nobody decides about their own text. Another author will.</source>
        <translation>Quatre yeux&#xa0;: dans cet espace, personne ne décide de son propre texte. Un autre auteur le fera.</translation>
    </message>
    <message>
        <source>You may read this shelf and not decide what is written in it.</source>
        <translation>Vous pouvez lire cet espace, pas décider de ses textes.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) will sleep until looked at.</source>
        <translation>
            <numerusform>%n question dormira jusqu’à relecture.</numerusform>
            <numerusform>%n questions dormiront jusqu’à relecture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people had learnt them.</source>
        <translation>
            <numerusform>%n personne l’avait apprise.</numerusform>
            <numerusform>%n personnes les avaient apprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) link here: %1</source>
        <translation>
            <numerusform>%n fiche mène ici&#xa0;: %1</numerusform>
            <numerusform>%n fiches mènent ici&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>As a detail: the verification stays, no question sleeps, and nobody is asked to read it again.</source>
        <translation>Simple détail&#xa0;: la vérification reste, aucune question ne s’endort, et personne n’aura à relire.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RiskPane</name>
    <message>
        <source>Who looks after it from now on?</source>
        <translation>Qui s’en occupe désormais&#xa0;?</translation>
    </message>
    <message>
        <source>Name somebody, by their name at the server.</source>
        <translation>Nommez quelqu’un, par son nom au serveur.</translation>
    </message>
    <message>
        <source>Never verified</source>
        <translation>Jamais vérifiée</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <translation>Vérifiée %1</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>Pourquoi celle-ci</translation>
    </message>
    <message>
        <source>risk %1 = %2</source>
        <translation>risque %1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>Opened %n time(s) at this desk</source>
        <translation>
            <numerusform>Ouverte %n fois sur ce poste</numerusform>
            <numerusform>Ouverte %n fois sur ce poste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) since somebody looked at it</source>
        <translation>
            <numerusform>%n jour sans relecture</numerusform>
            <numerusform>%n jours sans relecture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open remark(s)</source>
        <translation>
            <numerusform>%n remarque ouverte</numerusform>
            <numerusform>%n remarques ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical content</source>
        <translation>Contenu critique</translation>
    </message>
    <message>
        <source>Legal content</source>
        <translation>Contenu juridique</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Give to…</source>
        <translation>Confier à…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Vérifier %1</translation>
    </message>
    <message>
        <source>Give %1 to…</source>
        <translation>Confier %1 à…</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>Archiver %1</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
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
    <name>SeenPage</name>
    <message>
        <source>What is kept of your learning</source>
        <translation>Ce qui est gardé de vous</translation>
    </message>
    <message>
        <source>What your trainer sees</source>
        <translation>Ce que voit votre tuteur</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Steps of paths</source>
        <translation>Étapes des parcours</translation>
    </message>
    <message>
        <source>Answers to questions</source>
        <translation>Réponses aux questions</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Rien encore.</translation>
    </message>
    <message>
        <source>Nobody sees these rows but you. In figures of at least five people they count.</source>
        <translation>Vous seul voyez ces lignes. Elles comptent dans des chiffres d’au moins cinq personnes.</translation>
    </message>
    <message>
        <source>Seen by %1 and by nobody else: steps, scores, each answer.</source>
        <translation>Vu par %1 et par personne d’autre&#xa0;: étapes, scores, chaque réponse.</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1&#xa0;% de réussite</translation>
    </message>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n essai</numerusform>
            <numerusform>%n essais</numerusform>
        </translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>pas encore faite</translation>
    </message>
    <message>
        <source>right</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>pas juste</translation>
    </message>
    <message>
        <source>Your answer: %1</source>
        <translation>Votre réponse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>Somebody is on the line: test yourself after the contact.</source>
        <translation>Quelqu’un est en ligne&#xa0;: testez-vous après le contact.</translation>
    </message>
    <message>
        <source>Its questions sleep until their author has looked at them again.</source>
        <translation>Ses questions dorment jusqu’à ce que leur auteur les ait revues.</translation>
    </message>
    <message>
        <source>This article has no questions.</source>
        <translation>Cette fiche n’a pas de questions.</translation>
    </message>
</context>
<context>
    <name>SentPart</name>
    <message>
        <source>Sent announcements</source>
        <translation>Annonces envoyées</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>New announcement</source>
        <translation>Nouvelle annonce</translation>
    </message>
    <message>
        <source>Nothing was announced yet.</source>
        <translation>Rien n’a encore été annoncé.</translation>
    </message>
    <message>
        <source>How far each announcement has come with everybody is shown here.</source>
        <translation>On voit ici où chacun en est de chaque annonce.</translation>
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
        <source>Remark: %1</source>
        <translation>Remarque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre un envoi</translation>
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
        <source>It was answered before it could be taken back.</source>
        <translation>Une réponse est arrivée avant qu’on puisse le reprendre.</translation>
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
    <name>ShareRow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>at least %1 of %2</source>
        <translation>au moins %1 sur %2</translation>
    </message>
</context>
<context>
    <name>ShelfFilters</name>
    <message>
        <source>All spaces</source>
        <translation>Tous les espaces</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Espaces</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Toutes les fiches</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Fiches</translation>
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
    <name>SteerScreen</name>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Manques</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>Annonces</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
</context>
<context>
    <name>SteerWords</name>
    <message numerus="yes">
        <source>said to be missing %n time(s)</source>
        <translation>
            <numerusform>marqué introuvable %n fois</numerusform>
            <numerusform>marqué introuvable %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing found %n time(s)</source>
        <translation>
            <numerusform>rien trouvé %n fois</numerusform>
            <numerusform>rien trouvé %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked again in other words %n time(s)</source>
        <translation>
            <numerusform>reformulé %n fois</numerusform>
            <numerusform>reformulé %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing opened %n time(s)</source>
        <translation>
            <numerusform>rien ouvert %n fois</numerusform>
            <numerusform>rien ouvert %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Aucune fiche</translation>
    </message>
    <message numerus="yes">
        <source>Said to be missing %n time(s)</source>
        <translation>
            <numerusform>Marqué introuvable %n fois</numerusform>
            <numerusform>Marqué introuvable %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Found, without the answer</source>
        <translation>Fiche sans la réponse</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Écarté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answered by “%1”</source>
        <translation>«&#xa0;%1&#xa0;» y répond</translation>
    </message>
</context>
<context>
    <name>SteeringSide</name>
    <message>
        <source>They are asked again, after the contact they have in hand.</source>
        <translation>Ils sont relancés, après leur contact en cours.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;:&#xa0;%1</translation>
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
    <name>TeamsTable</name>
    <message>
        <source>Without a group</source>
        <translation>Sans groupe</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Retour à la liste (Échap)</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>What is it to be? Its template says what has to be written.</source>
        <translation>Que voulez-vous écrire&#xa0;? Le modèle dit ce qu’il faut.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>for whatever fits none of them</source>
        <translation>pour tout le reste</translation>
    </message>
    <message>
        <source>An empty page</source>
        <translation>Une page vide</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) changed</source>
        <translation>
            <numerusform>%n ligne changée</numerusform>
            <numerusform>%n lignes changées</numerusform>
        </translation>
    </message>
    <message>
        <source>go to the next</source>
        <translation>aller à la suivante</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
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
    <name>Verdict</name>
    <message>
        <source>Right: understood.</source>
        <translation>Juste&#xa0;: comprise.</translation>
    </message>
    <message>
        <source>Not that one. Choose again.</source>
        <translation>Ce n’est pas cela. Choisissez encore.</translation>
    </message>
    <message>
        <source>See the passage</source>
        <translation>Voir le passage</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Juste.</translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>Pas encore.</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir la fiche</translation>
    </message>
</context>
<context>
    <name>VerifyQueue</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remarque</numerusform>
            <numerusform>%n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>À vérifier</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n choisie</numerusform>
            <numerusform>%n choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>by risk</source>
        <translation>par risque</translation>
    </message>
    <message>
        <source>Articles to verify, by risk</source>
        <translation>Fiches à vérifier, par risque</translation>
    </message>
    <message>
        <source>There is nothing to verify.</source>
        <translation>Il n’y a rien à vérifier.</translation>
    </message>
    <message>
        <source>Articles stand here by risk: how often they are read, how long ago somebody looked, what people say of them.</source>
        <translation>Les fiches sont rangées par risque&#xa0;: lectures, temps depuis la relecture, remarques.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) verified.</source>
        <translation>
            <numerusform>%n fiche vérifiée.</numerusform>
            <numerusform>%n fiches vérifiées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived: still there, no longer found.</source>
        <translation>
            <numerusform>%n fiche archivée&#xa0;: gardée, mais plus trouvée.</numerusform>
            <numerusform>%n fiches archivées&#xa0;: gardées, mais plus trouvées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to %1.</source>
        <translation>
            <numerusform>%n fiche confiée à %1.</numerusform>
            <numerusform>%n fiches confiées à %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>This machine keeps no earlier version of this article.</source>
        <translation>Ce poste ne garde aucune version antérieure de cette fiche.</translation>
    </message>
    <message>
        <source>Proposed by %1.</source>
        <translation>Proposée par %1.</translation>
    </message>
    <message>
        <source>Proposed by %1, taken by %2.</source>
        <translation>Proposée par %1, retenue par %2.</translation>
    </message>
    <message>
        <source>change %1 of %2</source>
        <translation>changement&#xa0;%1 sur&#xa0;%2</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) unchanged</source>
        <translation>
            <numerusform>%n ligne inchangée</numerusform>
            <numerusform>%n lignes inchangées</numerusform>
        </translation>
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
    <name>WeekBars</name>
    <message>
        <source>Questions to come: %1</source>
        <translation>Questions à venir&#xa0;: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tod.</source>
        <comment>today, in four letters</comment>
        <translation>auj.</translation>
    </message>
</context>
<context>
    <name>Whisper</name>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n chose à savoir</numerusform>
            <numerusform>%n choses à savoir</numerusform>
        </translation>
    </message>
    <message>
        <source>Since your last shift</source>
        <translation>Depuis votre dernier service</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, how much</comment>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Put away (Esc)</source>
        <translation>Ranger (Échap)</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>Répondre à la question</translation>
    </message>
    <message>
        <source>Later (Esc)</source>
        <translation>Plus tard (Échap)</translation>
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
        <source>Text</source>
        <translation>Texte</translation>
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
        <source>Title and other names</source>
        <translation>Titre et autres noms</translation>
    </message>
    <message>
        <source>Opening, headings, tags</source>
        <translation>Début, intertitres, étiquettes</translation>
    </message>
    <message>
        <source>Holds your words</source>
        <translation>Contient vos mots</translation>
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
        <translation>vérifié&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>Expiré le %1</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
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
        <source>Del</source>
        <translation>Suppr</translation>
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
        <source>Put the path into the note</source>
        <translation>Mettre le chemin dans la note</translation>
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
<context>
    <name>WritingActs</name>
    <message>
        <source>Thank you. Your remark goes to the owner of the article.</source>
        <translation>Merci. Votre remarque part au responsable de la fiche.</translation>
    </message>
</context>
<context>
    <name>WritingWords</name>
    <message>
        <source>Outdated</source>
        <translation>Plus à jour</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Pas clair</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplet</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondue</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Corrigée</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non prise</translation>
    </message>
    <message>
        <source>A question for you</source>
        <translation>Une question pour vous</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Said more</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Being reviewed</source>
        <translation>En relecture</translation>
    </message>
    <message>
        <source>Accepted in part</source>
        <translation>Acceptée en partie</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Accepted, to be sent</source>
        <translation>Acceptée, à envoyer</translation>
    </message>
    <message>
        <source>Accepted in part, to be sent</source>
        <translation>Acceptée en partie, à envoyer</translation>
    </message>
    <message>
        <source>Declined, to be sent</source>
        <translation>Refusée, à envoyer</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Retrait</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Two texts</source>
        <translation>Deux textes</translation>
    </message>
    <message>
        <source>Taken out meanwhile</source>
        <translation>Retirée entre-temps</translation>
    </message>
    <message>
        <source>Older text</source>
        <translation>Texte ancien</translation>
    </message>
    <message>
        <source>Published already</source>
        <translation>Déjà publiée</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
</context>
</TS>
