<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AudienceField</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be reached now and will get it on return</source>
        <translation>
            <numerusform>%n cannot be reached now and will get it on return</numerusform>
            <numerusform>%n cannot be reached now and will get it on return</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remind %n person(s)</source>
        <translation>
            <numerusform>Remind %n person</numerusform>
            <numerusform>Remind %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BriefPage</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>things since the last shift</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) due</source>
        <translation>
            <numerusform>%n question due</numerusform>
            <numerusform>%n questions due</numerusform>
        </translation>
    </message>
</context>
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
    <name>CohortPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CohortsPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message numerus="yes">
        <source>Send to %n person(s)</source>
        <translation>
            <numerusform>Send to %n person</numerusform>
            <numerusform>Send to %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) of work in all</source>
        <translation>
            <numerusform>about %n minute of work in all</numerusform>
            <numerusform>about %n minutes of work in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CriticalStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
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
    <name>GapPane</name>
    <message numerus="yes">
        <source>Asked %n time(s)</source>
        <translation>
            <numerusform>Asked %n time</numerusform>
            <numerusform>Asked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n gap(s)</source>
        <translation>
            <numerusform>Close %n gap</numerusform>
            <numerusform>Close %n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPart</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message numerus="yes">
        <source>%n subject(s) are missing</source>
        <translation>
            <numerusform>%n subject are missing</numerusform>
            <numerusform>%n subjects are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are to be reviewed</source>
        <translation>
            <numerusform>%n article are to be reviewed</numerusform>
            <numerusform>%n articles are to be reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the line: %n answered</source>
        <translation>
            <numerusform>the line: %n answered</numerusform>
            <numerusform>the line: %n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never verified</source>
        <translation>
            <numerusform>%n never verified</numerusform>
            <numerusform>%n never verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s): %1</source>
        <translation>
            <numerusform>%n article: %1</numerusform>
            <numerusform>%n articles: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Week of %1: %2 days, %n decided</source>
        <translation>
            <numerusform>Week of %1: %2 days, %n decided</numerusform>
            <numerusform>Week of %1: %2 days, %n decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under Gaps.</source>
        <translation>
            <numerusform>%n more under Gaps.</numerusform>
            <numerusform>%n more under Gaps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>opened here %n time(s)</source>
        <translation>
            <numerusform>opened here %n time</numerusform>
            <numerusform>opened here %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n verified</numerusform>
            <numerusform>%n verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never</source>
        <translation>
            <numerusform>%n never</numerusform>
            <numerusform>%n never</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed since Monday.</source>
        <translation>
            <numerusform>%n article changed since Monday.</numerusform>
            <numerusform>%n articles changed since Monday.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
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
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n announcement(s) in force</source>
        <translation>
            <numerusform>%n announcement in force</numerusform>
            <numerusform>%n announcements in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the oldest for %n day(s)</source>
        <translation>
            <numerusform>the oldest for %n day</numerusform>
            <numerusform>the oldest for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) masked.</source>
        <translation>
            <numerusform>%n question masked.</numerusform>
            <numerusform>%n questions masked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n question(s) to answer</source>
        <translation>
            <numerusform>%n question to answer</numerusform>
            <numerusform>%n questions to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) put aside</source>
        <translation>
            <numerusform>%n question put aside</numerusform>
            <numerusform>%n questions put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A test put aside: %n question(s) left</source>
        <translation>
            <numerusform>A test put aside: %n question left</numerusform>
            <numerusform>A test put aside: %n questions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) asleep: their passage has changed</source>
        <translation>
            <numerusform>%n question asleep: their passage has changed</numerusform>
            <numerusform>%n questions asleep: their passage has changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message numerus="yes">
        <source>%n question(s) in all, %1 at most a day.</source>
        <translation>
            <numerusform>%n question in all, %1 at most a day.</numerusform>
            <numerusform>%n questions in all, %1 at most a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered in the last seven days.</source>
        <translation>
            <numerusform>%n answered in the last seven days.</numerusform>
            <numerusform>%n answered in the last seven days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message numerus="yes">
        <source>%n new: show</source>
        <translation>
            <numerusform>%n new: show</numerusform>
            <numerusform>%n new: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnWords</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in one day</numerusform>
            <numerusform>in %n days</numerusform>
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
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 of %n step</numerusform>
            <numerusform>%1 of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message numerus="yes">
        <source>Choose between the two texts first: %n left.</source>
        <translation>
            <numerusform>Choose between the two texts first: %n left.</numerusform>
            <numerusform>Choose between the two texts first: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MinePane</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesPanel</name>
    <message numerus="yes">
        <source>%n left</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong answer(s)</source>
        <translation>
            <numerusform>%n wrong answer</numerusform>
            <numerusform>%n wrong answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
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
    <name>PathLine</name>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%n thing(s) to mend first</source>
        <translation>
            <numerusform>%n thing to mend first</numerusform>
            <numerusform>%n things to mend first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuizEnd</name>
    <message numerus="yes">
        <source>%n of %1 right.</source>
        <translation>
            <numerusform>%n of %1 right.</numerusform>
            <numerusform>%n of %1 right.</numerusform>
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
    <name>RemarkPane</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarksBoard</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message numerus="yes">
        <source>Choose between the two texts first: %n left.</source>
        <translation>
            <numerusform>Choose between the two texts first: %n left.</numerusform>
            <numerusform>Choose between the two texts first: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n question(s) will sleep until looked at.</source>
        <translation>
            <numerusform>%n question will sleep until looked at.</numerusform>
            <numerusform>%n questions will sleep until looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people had learnt them.</source>
        <translation>
            <numerusform>%n person had learnt them.</numerusform>
            <numerusform>%n people had learnt them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) link here: %1</source>
        <translation>
            <numerusform>%n article link here: %1</numerusform>
            <numerusform>%n articles link here: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RiskPane</name>
    <message numerus="yes">
        <source>Opened %n time(s) at this desk</source>
        <translation>
            <numerusform>Opened %n time at this desk</numerusform>
            <numerusform>Opened %n times at this desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) since somebody looked at it</source>
        <translation>
            <numerusform>%n day since somebody looked at it</numerusform>
            <numerusform>%n days since somebody looked at it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open remark(s)</source>
        <translation>
            <numerusform>%n open remark</numerusform>
            <numerusform>%n open remarks</numerusform>
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
    <name>SeenPage</name>
    <message numerus="yes">
        <source>%n try(ies)</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
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
    <name>SteerWords</name>
    <message numerus="yes">
        <source>said to be missing %n time(s)</source>
        <translation>
            <numerusform>said to be missing %n time</numerusform>
            <numerusform>said to be missing %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing found %n time(s)</source>
        <translation>
            <numerusform>nothing found %n time</numerusform>
            <numerusform>nothing found %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked again in other words %n time(s)</source>
        <translation>
            <numerusform>asked again in other words %n time</numerusform>
            <numerusform>asked again in other words %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing opened %n time(s)</source>
        <translation>
            <numerusform>nothing opened %n time</numerusform>
            <numerusform>nothing opened %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Said to be missing %n time(s)</source>
        <translation>
            <numerusform>Said to be missing %n time</numerusform>
            <numerusform>Said to be missing %n times</numerusform>
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
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n line(s) changed</source>
        <translation>
            <numerusform>%n line changed</numerusform>
            <numerusform>%n lines changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyQueue</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) verified.</source>
        <translation>
            <numerusform>%n article verified.</numerusform>
            <numerusform>%n articles verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) archived: still there, no longer found.</source>
        <translation>
            <numerusform>%n article archived: still there, no longer found.</numerusform>
            <numerusform>%n articles archived: still there, no longer found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to %1.</source>
        <translation>
            <numerusform>%n article given to %1.</numerusform>
            <numerusform>%n articles given to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message numerus="yes">
        <source>%n line(s) unchanged</source>
        <translation>
            <numerusform>%n line unchanged</numerusform>
            <numerusform>%n lines unchanged</numerusform>
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
    <name>Whisper</name>
    <message numerus="yes">
        <source>%n thing(s) to know</source>
        <translation>
            <numerusform>%n thing to know</numerusform>
            <numerusform>%n things to know</numerusform>
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
