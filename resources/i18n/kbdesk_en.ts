<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CardList</name>
    <message numerus="yes">
        <source>%n more card(s)</source>
        <translation>
            <numerusform>%n more card</numerusform>
            <numerusform>%n more cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message numerus="yes">
        <source>%n customer(s) have this number: ask who it is</source>
        <translation>
            <numerusform>%n customer has this number: ask who it is</numerusform>
            <numerusform>%n customers have this number: ask who it is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: search by name in your customer file</source>
        <translation>
            <numerusform>and %n more: search by name in your customer file</numerusform>
            <numerusform>and %n more: search by name in your customer file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message numerus="yes">
        <source>“%1”: %n article(s) will be sent to the base.</source>
        <translation>
            <numerusform>“%1”: %n article will be sent to the base.</numerusform>
            <numerusform>“%1”: %n articles will be sent to the base.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %n new article(s).</source>
        <translation>
            <numerusform>“%1”: %n new article.</numerusform>
            <numerusform>“%1”: %n new articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>%n article changed.</numerusform>
            <numerusform>%n articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaletteFlow</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of yours not taken.</source>
        <translation>
            <numerusform>%n thing of yours was not taken.</numerusform>
            <numerusform>%n things of yours were not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still to be sent.</source>
        <translation>
            <numerusform>%n thing waits to be sent.</numerusform>
            <numerusform>%n things wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) still to be read in.</source>
        <translation>
            <numerusform>%n article is still to be made searchable.</numerusform>
            <numerusform>%n articles are still to be made searchable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of %1 wait here until they sign in again.</source>
        <translation>
            <numerusform>%n thing of %1 waits here until they sign in again.</numerusform>
            <numerusform>%n things of %1 wait here until they sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message numerus="yes">
        <source>%n article(s) on this computer</source>
        <translation>
            <numerusform>%n article on this computer</numerusform>
            <numerusform>%n articles on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n kept in %1.</source>
        <translation>
            <numerusform>%n thing kept in %1.</numerusform>
            <numerusform>%n things kept in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message numerus="yes">
        <source>%n calls wait</source>
        <translation>
            <numerusform>%n call waits</numerusform>
            <numerusform>%n calls wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
</TS>
