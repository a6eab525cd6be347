"""What operations and entities say beside articles: announcements, answers, remarks, edits, gaps.

The desk writes `...Asked` bodies into its operations; the server's rules make the entities of them,
which come down again in the spaces of those they concern. Moments are RFC 3339 in UTC: those of a
desk are told, those of the server decide. Fields a newer side adds are ignored here, and kept in
what is passed on whole.

Where each entity lives (rights: sync.server.rights):

    +all, +role.R, +group.G   notices to everyone, a role, a group: `announcement`
    ~NAME                     one person's own: `announcement` to them alone, `own_receipt`,
                              `review`, `progress`, `enrolment`, `own_feedback`,
                              `own_suggestion`, `answered_gap`; a trainer's: `accompanied`,
                              `pupil_review`, `pupil_progress`
    +steer                    supervisors: `sent_announcement`, `receipt`, `colleague`, `cohort`,
                              `cohort_figures`
    +edit                     whoever writes or steers: `gap`
    +edit.SHELF               whoever writes in that shelf, and its supervisors: `suggestion`,
                              `feedback`, `question_figures`, `sent_announcement` to its readers
    SHELF                     everyone who reads it: `announcement` to its readers, `verification`,
                              `credit`, `question_ties`
    +tally                    nobody: what the server counts by
"""
