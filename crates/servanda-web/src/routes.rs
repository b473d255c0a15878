//! Every address of the site, written once. Paths here have no language; [`localized`] adds it.

use servanda_model::{AccountId, FindingPlace, Kind, Language, Lens, RecordId, Seat};

/// The path of a page in a language.
pub fn localized(language: Language, path: &str) -> String {
    format!("/{}{path}", language.tag())
}

/// Home of the installation.
pub const HOME: &str = "";
/// What this is, what the words mean, how to check it.
pub const ABOUT: &str = "/about";
/// Search over everything.
pub const SEARCH: &str = "/search";

/// Where somebody signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where somebody signs out.
pub const SIGN_OUT: &str = "/sign-out";
/// What somebody who is signed in has here.
pub const WORKSPACE: &str = "/workspace";
/// Where whoever is signed in changes their password.
pub const WORKSPACE_PASSWORD: &str = "/workspace/password";
/// Where whoever is signed in ends all their sessions.
pub const SIGN_OUT_EVERYWHERE: &str = "/workspace/sign-out-everywhere";
/// Where whoever signs in with a passkey is asked for it.
pub const SIGN_IN_PASSKEY: &str = "/sign-in/passkey";
/// Where what was signed with a passkey is sent.
pub const SIGN_IN_PASSKEY_SIGNED: &str = "/sign-in/passkey/signed";
/// Where whoever is signed in begins to add a passkey.
pub const WORKSPACE_PASSKEYS: &str = "/workspace/passkeys";
/// Where a passkey that was made is sent.
pub const WORKSPACE_PASSKEYS_MADE: &str = "/workspace/passkeys/made";
/// Where whoever is signed in removes a passkey.
pub const WORKSPACE_PASSKEYS_REMOVE: &str = "/workspace/passkeys/remove";
/// What waits for whoever is signed in.
pub const WAITS: &str = "/workspace/waits";
/// Where whoever is signed in ends one of their sessions.
pub const WORKSPACE_SESSIONS_END: &str = "/workspace/sessions/end";
/// Where whoever is signed in ends all but the session they are in.
pub const WORKSPACE_SESSIONS_END_OTHERS: &str = "/workspace/sessions/end-others";
/// Where whoever signs in is sent to the identity provider.
pub const SIGN_IN_PROVIDER: &str = "/sign-in/provider";
/// Where the identity provider sends people back; also in no language, for it knows none.
pub const SIGN_IN_PROVIDER_BACK: &str = "/sign-in/provider/back";
/// Where whoever is signed in begins to link their account to the identity provider.
pub const WORKSPACE_LINKS: &str = "/workspace/links";
/// Where whoever is signed in removes a link.
pub const WORKSPACE_LINKS_REMOVE: &str = "/workspace/links/remove";
/// Where whoever has given the password gives the code of the second step.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// Where whoever is signed in begins to add a second step.
pub const WORKSPACE_SECOND_STEP: &str = "/workspace/second-step";
/// Where it is confirmed with a code.
pub const WORKSPACE_SECOND_STEP_CONFIRM: &str = "/workspace/second-step/confirm";
/// Where it is taken away.
pub const WORKSPACE_SECOND_STEP_REMOVE: &str = "/workspace/second-step/remove";
/// Where recovery codes are made anew.
pub const WORKSPACE_RECOVERY_CODES: &str = "/workspace/second-step/recovery-codes";
/// What happened that concerns whoever is signed in.
pub const WORKSPACE_NOTICES: &str = "/workspace/notices";
/// Where whoever is signed in marks notices as seen.
pub const WORKSPACE_NOTICES_SEEN: &str = "/workspace/notices/seen";
/// Where whoever is signed in chooses their language and how soon they want mail.
pub const WORKSPACE_CHOICE: &str = "/workspace/choice";
/// The accounts of the installation.
pub const WORKSPACE_PEOPLE: &str = "/workspace/people";
/// Where invitations are taken up.
pub const INVITATION: &str = "/invitation";

/// One account.
pub fn account(id: &AccountId) -> String {
    format!("{WORKSPACE_PEOPLE}/{id}")
}

/// What a voice prepares and what waits for it.
pub fn side(seat: &Seat) -> String {
    format!("{WORKSPACE}/{}/{}", seat.partnership, seat.voice)
}

/// Where a voice takes words back: what it erases, and what it opens to everyone.
pub fn texts(seat: &Seat) -> String {
    format!("{}/texts", side(seat))
}

/// Where a voice chooses records to say something beside them.
pub fn records_of(seat: &Seat) -> String {
    format!("{}/records", side(seat))
}

/// Where drafts of a voice are begun.
pub fn drafts(seat: &Seat) -> String {
    format!("{}/drafts", side(seat))
}

/// A draft.
pub fn draft(seat: &Seat, id: &RecordId) -> String {
    format!("{}/{id}", drafts(seat))
}

/// The documents that a voice has received.
pub fn received(seat: &Seat) -> String {
    format!("{}/documents", side(seat))
}

/// A document that a voice has received, with what was found in it.
pub fn received_document(seat: &Seat, id: &RecordId) -> String {
    format!("{}/{id}", received(seat))
}

/// One finding of a document that a voice has received.
pub fn finding(seat: &Seat, id: &RecordId, place: &FindingPlace) -> String {
    format!("{}/findings/{place}", received_document(seat, id))
}

/// Where a document is compared with another one.
pub fn successions(seat: &Seat, after: &RecordId) -> String {
    format!("{}/comparisons", received_document(seat, after))
}

/// A document compared with an earlier one.
pub fn succession(seat: &Seat, after: &RecordId, before: &RecordId) -> String {
    format!("{}/{before}", successions(seat, after))
}

/// A proposal as a voice reads and answers it.
pub fn proposal(seat: &Seat, leaf: &str) -> String {
    format!("{}/proposals/{leaf}", side(seat))
}

/// Where a side says something beside a record: `dispute` or `diverge`.
pub fn remark(seat: &Seat, id: &RecordId, verb: &str) -> String {
    format!("{}/records/{id}/{verb}", side(seat))
}

/// Where a side says something to itself.
pub fn comments(seat: &Seat) -> String {
    format!("{}/comments", side(seat))
}

/// Where somebody says that they have done with what a comment told them.
pub fn tick(seat: &Seat) -> String {
    format!("{}/tick", comments(seat))
}

/// Where what somebody types into a draft is kept before they save it.
pub fn keep(seat: &Seat, id: &RecordId) -> String {
    format!("{}/keep", draft(seat, id))
}

/// Where a draft is given to somebody of the side.
pub fn assign(seat: &Seat, id: &RecordId) -> String {
    format!("{}/assign", draft(seat, id))
}

/// Where whoever is signed in begins to change a record.
pub fn workspace_record(partnership: &str, id: &RecordId) -> String {
    format!("{WORKSPACE}/{partnership}/records/{id}")
}

/// An invitation, by its token: whoever has the address may take it up.
pub fn invitation(token: &str) -> String {
    format!("{INVITATION}/{token}")
}

/// The path as it may stand in a log: a token is a secret.
pub(crate) fn without_token(path: &str) -> &str {
    if path.starts_with(INVITATION) { INVITATION } else { path }
}

/// How programs ask.
pub const API: &str = "/api";
/// Where programs ask, in no language.
pub const API_V1: &str = "/api/v1";

/// Home of a partnership.
pub fn partnership(name: &str) -> String {
    format!("/{name}")
}

/// The list of all records of a kind.
pub fn list(partnership: &str, kind: Kind) -> String {
    match kind {
        Kind::Partnership => self::partnership(partnership),
        Kind::Post | Kind::Term | Kind::Person | Kind::Party => {
            format!("/{partnership}/{}", collection(Kind::Person))
        }
        Kind::Section => format!("/{partnership}/{}", collection(Kind::Instrument)),
        Kind::Participation => format!("/{partnership}/{}", collection(Kind::Meeting)),
        Kind::Observation => format!("/{partnership}/{}", collection(Kind::Recommendation)),
        Kind::Institution
        | Kind::Body
        | Kind::Instrument
        | Kind::Meeting
        | Kind::Commitment
        | Kind::Recommendation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => format!("/{partnership}/{}", collection(kind)),
    }
}

/// What happened from the beginning to the day.
pub fn timeline(partnership: &str) -> String {
    format!("/{partnership}/timeline")
}

/// The commitments at a glance.
pub fn matrix(partnership: &str) -> String {
    format!("/{partnership}/matrix")
}

/// What the lenses show, all of them.
pub fn lenses(partnership: &str) -> String {
    format!("/{partnership}/lenses")
}

/// What one lens shows.
pub fn lens(partnership: &str, lens: Lens) -> String {
    format!("/{partnership}/lenses/{}", lens.code())
}

/// The figures as a table of values separated by commas.
pub fn figures_table(partnership: &str) -> String {
    format!("/{partnership}/figures.csv")
}

/// The permanent address of a record.
pub fn record(partnership: &str, kind: Kind, id: &RecordId) -> String {
    match kind {
        Kind::Partnership => self::partnership(partnership),
        Kind::Party
        | Kind::Institution
        | Kind::Person
        | Kind::Post
        | Kind::Term
        | Kind::Body
        | Kind::Instrument
        | Kind::Section
        | Kind::Meeting
        | Kind::Commitment
        | Kind::Recommendation
        | Kind::Observation
        | Kind::Participation
        | Kind::Engagement
        | Kind::Figure
        | Kind::Document => format!("/{partnership}/{}/{id}", collection(kind)),
    }
}

/// What happened to a record, and what each act changed.
pub(crate) fn history(partnership: &str, kind: Kind, id: &RecordId) -> String {
    format!("/{partnership}/{}/{id}/history", collection(kind))
}

/// A document as received.
pub fn original(partnership: &str, id: &RecordId) -> String {
    format!("{}/original", record(partnership, Kind::Document, id))
}

/// The journals of a partnership.
pub fn journals(partnership: &str) -> String {
    format!("/{partnership}/journal")
}

/// One journal, by its voice.
pub fn journal(partnership: &str, voice: &str) -> String {
    format!("/{partnership}/journal/{voice}")
}

/// The signed head of a journal, in no language.
pub fn checkpoint(partnership: &str, voice: &str) -> String {
    format!("/{partnership}/{voice}/checkpoint")
}

/// One entry of a journal.
pub fn entry(partnership: &str, voice: &str, index: u64) -> String {
    format!("/{partnership}/journal/{voice}/{index}")
}

/// The segment of the addresses of a kind: its plural.
pub const fn collection(kind: Kind) -> &'static str {
    match kind {
        Kind::Partnership => "partnerships",
        Kind::Party => "parties",
        Kind::Institution => "institutions",
        Kind::Person => "people",
        Kind::Post => "posts",
        Kind::Term => "terms",
        Kind::Body => "bodies",
        Kind::Instrument => "instruments",
        Kind::Section => "sections",
        Kind::Meeting => "meetings",
        Kind::Commitment => "commitments",
        Kind::Recommendation => "recommendations",
        Kind::Observation => "observations",
        Kind::Participation => "participations",
        Kind::Engagement => "engagements",
        Kind::Figure => "figures",
        Kind::Document => "documents",
    }
}

/// The kind whose addresses have this segment.
pub fn kind_of(collection_name: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| collection(*kind) == collection_name)
}
