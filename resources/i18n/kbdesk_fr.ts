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
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
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
        <source>Something answers, but it is not a kbdesk server. Check the address; if your network wants a sign-in, open a page in your browser first.</source>
        <translation>Quelque chose répond, mais ce n’est pas un serveur kbdesk. Vérifiez l’adresse&#xa0;; si votre réseau demande une connexion, ouvrez d’abord une page dans le navigateur.</translation>
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
        <source>updated %1</source>
        <translation>mis à jour&#xa0;%1</translation>
    </message>
    <message>
        <source>changes on %1</source>
        <translation>change le&#xa0;%1</translation>
    </message>
    <message>
        <source>No longer in force since %1.</source>
        <translation>N’est plus en vigueur depuis le&#xa0;%1.</translation>
    </message>
    <message>
        <source>Not in force yet: from %1.</source>
        <translation>Pas encore en vigueur&#xa0;: à partir du&#xa0;%1.</translation>
    </message>
    <message>
        <source>To review: last verified %1. Check before you promise.</source>
        <translation>À revoir&#xa0;: dernière vérification&#xa0;%1. Vérifiez avant de promettre.</translation>
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
        <translation>À remplir avant de copier&#xa0;:</translation>
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
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>This article is no longer in the base. Look for its title.</source>
        <translation>Cette fiche n’est plus dans la base. Cherchez-la par son titre.</translation>
    </message>
    <message>
        <source>The disk is full: nothing is lost, but nothing more can be kept.</source>
        <translation>Le disque est plein&#xa0;: rien n’est perdu, mais rien de plus ne peut être gardé.</translation>
    </message>
    <message>
        <source>The search index cannot answer; it is being rebuilt by itself.</source>
        <translation>L’index de recherche ne répond pas&#xa0;; il se reconstruit tout seul.</translation>
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
</TS>
