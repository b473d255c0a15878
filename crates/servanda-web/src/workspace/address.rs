//! Every address behind sign-in, with who may read there and who may send: the site is made from this
//! list, and a test asks every address in the name of every role.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get};
use servanda_actions::agreement::Answering;
use servanda_model::Action;
use servanda_model::permission::Action::{
    Accept, Comment, Draft, Erase, ManageAccounts, Object, Propose, Reveal, SeeProposals,
    SeeWorkspace, StateDocumented, Withdraw,
};

use super::{
    account, answers, choice, comments, documents, draft, finding, findings, findings_out,
    invitation, kept, notices, passage, passkey, people, proposal, record, remarks, review,
    second_step, sessions, side, sign_in, sign_on, stating, succession, succession_out,
    successions, texts, waits, yours,
};
use crate::routes;
use crate::site::Desk;

/// Who may do something at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Whoever asks.
    Anyone,
    /// Whoever is signed in; others are led to the sign-in page.
    SignedIn,
    /// Whoever has a role that may do this, for the voice in the address if there is one.
    To(Action),
}

use Need::{Anyone, SignedIn, To};

/// An address behind sign-in, or one that leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// Where somebody signs in.
    SignIn,
    /// Where a browser is asked for a passkey to sign in with.
    SignInPasskey,
    /// Where what the passkey signed is sent.
    SignInPasskeySigned,
    /// Where somebody signs out.
    SignOut,
    /// An invitation, by its token.
    Invitation,
    /// What somebody has here.
    Workspace,
    /// What happened that concerns them.
    Notices,
    /// Where they mark notices as seen.
    NoticesSeen,
    /// Where they choose their language and how soon they want mail.
    Choice,
    /// Where they change their password.
    Password,
    /// Where a browser is asked to make a passkey.
    Passkeys,
    /// Where the passkey that was made is sent.
    PasskeyMade,
    /// Where a passkey is removed.
    PasskeyRemove,
    /// Where whoever signs in is sent to the identity provider.
    SignInProvider,
    /// Where they come back from it.
    SignInProviderBack,
    /// Where they begin to link their account to it.
    Links,
    /// Where they remove a link.
    LinkRemove,
    /// Where whoever has given the password gives a code.
    SignInCode,
    /// Where they begin to add a second step.
    SecondStep,
    /// Where it is confirmed.
    SecondStepConfirm,
    /// Where it is taken away.
    SecondStepRemove,
    /// Where they make recovery codes anew.
    RecoveryCodes,
    /// Where they end one of their sessions.
    SessionEnd,
    /// Where they end all but the one they are in.
    SessionsEndOthers,
    /// Where they end all their sessions.
    SignOutEverywhere,
    /// The accounts.
    People,
    /// An account.
    Account,
    /// Where its holder is invited again.
    AccountInvite,
    /// Where it is given a role.
    AccountGrant,
    /// Where a role is taken from it.
    AccountRevoke,
    /// Where its sessions are ended.
    AccountSignOut,
    /// Where its second step is taken away.
    AccountReset,
    /// Where it is closed.
    AccountClose,
    /// A record that somebody wants to change.
    Record,
    /// A side.
    Side,
    /// Where it accepts several proposals.
    AcceptAll,
    /// Where it looks over several proposals before it accepts them.
    AcceptReview,
    /// Where it proposes several drafts.
    ProposeAll,
    /// Where it looks over several drafts before it proposes them.
    ProposeReview,
    /// Where it withdraws several of its proposals.
    WithdrawAll,
    /// Where it looks over several of its proposals before it withdraws them.
    WithdrawReview,
    /// Where drafts begin with the words of several proposals.
    CounterAll,
    /// Where it looks over several proposals before drafts begin with their words.
    CounterReview,
    /// The records beside which it may say something.
    Records,
    /// Where it disputes several records.
    DisputeAll,
    /// Where it looks over several records before it disputes them.
    DisputeReview,
    /// Where it says of several records that their languages do not agree.
    DivergeAll,
    /// Where it looks over several records before it says so.
    DivergeReview,
    /// What waits for whoever is signed in.
    Waits,
    /// Where it comments.
    Comments,
    /// Where somebody has done with what a comment told them.
    CommentTick,
    /// Where it says something beside a record.
    Remark,
    /// Where it begins a draft.
    Drafts,
    /// A draft.
    Draft,
    /// Where it is proposed.
    DraftPropose,
    /// Where it is discarded.
    DraftDiscard,
    /// A draft as it will be public.
    DraftPreview,
    /// Where it is given to somebody of the side.
    DraftAssign,
    /// Where what is typed into it is kept before it is saved.
    DraftKeep,
    /// Where what was kept is put away.
    DraftForget,
    /// The documents that a side has received.
    Documents,
    /// One of them, with what was found in it.
    Document,
    /// Where it is decided what becomes of findings.
    DocumentDecide,
    /// Where a passage is chosen that was not found.
    DocumentPassage,
    /// Where everything that came of it is looked over before it is proposed.
    DocumentPropose,
    /// Where everything that came of it is looked over before it is stated.
    DocumentState,
    /// Where a registrar looks over several drafts before it states them.
    StateReview,
    /// Where it states them.
    StateAll,
    /// Where it is put away.
    DocumentPutAway,
    /// It as it was received.
    DocumentOriginal,
    /// What was found in it, as a table.
    DocumentTable,
    /// What was found in it, as data.
    DocumentData,
    /// One finding.
    Finding,
    /// Where a document is compared with another one.
    Successions,
    /// A document compared with an earlier one.
    Succession,
    /// It as a table.
    SuccessionTable,
    /// It as data.
    SuccessionData,
    /// A proposal.
    Proposal,
    /// Where it is accepted.
    Accepting,
    /// Where it is objected to.
    Objecting,
    /// Where it is withdrawn.
    Withdrawing,
    /// Where a draft begins with its words.
    Countering,
    /// What the side erases and reveals.
    Texts,
    /// Where it looks over what it erases.
    EraseReview,
    /// Where it erases.
    Erasing,
    /// Where it looks over what it reveals.
    RevealReview,
    /// Where it reveals.
    Revealing,
}

impl Address {
    /// All of them.
    pub const ALL: [Self; 87] = [
        Self::SignIn,
        Self::SignInPasskey,
        Self::SignInPasskeySigned,
        Self::SignOut,
        Self::Invitation,
        Self::Workspace,
        Self::Notices,
        Self::NoticesSeen,
        Self::Choice,
        Self::Password,
        Self::Passkeys,
        Self::PasskeyMade,
        Self::PasskeyRemove,
        Self::SignInProvider,
        Self::SignInProviderBack,
        Self::Links,
        Self::LinkRemove,
        Self::SignInCode,
        Self::SecondStep,
        Self::SecondStepConfirm,
        Self::SecondStepRemove,
        Self::RecoveryCodes,
        Self::SessionEnd,
        Self::SessionsEndOthers,
        Self::SignOutEverywhere,
        Self::People,
        Self::Account,
        Self::AccountInvite,
        Self::AccountGrant,
        Self::AccountRevoke,
        Self::AccountSignOut,
        Self::AccountReset,
        Self::AccountClose,
        Self::Record,
        Self::Side,
        Self::AcceptAll,
        Self::AcceptReview,
        Self::ProposeAll,
        Self::ProposeReview,
        Self::WithdrawAll,
        Self::WithdrawReview,
        Self::CounterAll,
        Self::CounterReview,
        Self::Records,
        Self::DisputeAll,
        Self::DisputeReview,
        Self::DivergeAll,
        Self::DivergeReview,
        Self::Waits,
        Self::Comments,
        Self::CommentTick,
        Self::Remark,
        Self::Drafts,
        Self::Draft,
        Self::DraftPropose,
        Self::DraftDiscard,
        Self::DraftPreview,
        Self::DraftAssign,
        Self::DraftKeep,
        Self::DraftForget,
        Self::Documents,
        Self::Document,
        Self::DocumentDecide,
        Self::DocumentPassage,
        Self::DocumentPropose,
        Self::DocumentState,
        Self::StateReview,
        Self::StateAll,
        Self::DocumentPutAway,
        Self::DocumentOriginal,
        Self::DocumentTable,
        Self::DocumentData,
        Self::Finding,
        Self::Successions,
        Self::Succession,
        Self::SuccessionTable,
        Self::SuccessionData,
        Self::Proposal,
        Self::Accepting,
        Self::Objecting,
        Self::Withdrawing,
        Self::Countering,
        Self::Texts,
        Self::EraseReview,
        Self::Erasing,
        Self::RevealReview,
        Self::Revealing,
    ];

    /// The path, without language; what stands in braces is filled in.
    #[expect(clippy::too_many_lines, reason = "a table: a line for each page")]
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignIn => "/sign-in",
            Self::SignInPasskey => routes::SIGN_IN_PASSKEY,
            Self::SignInPasskeySigned => routes::SIGN_IN_PASSKEY_SIGNED,
            Self::SignOut => "/sign-out",
            Self::Invitation => "/invitation/{token}",
            Self::Workspace => "/workspace",
            Self::Notices => routes::WORKSPACE_NOTICES,
            Self::NoticesSeen => routes::WORKSPACE_NOTICES_SEEN,
            Self::Choice => routes::WORKSPACE_CHOICE,
            Self::Password => "/workspace/password",
            Self::Passkeys => routes::WORKSPACE_PASSKEYS,
            Self::PasskeyMade => routes::WORKSPACE_PASSKEYS_MADE,
            Self::PasskeyRemove => routes::WORKSPACE_PASSKEYS_REMOVE,
            Self::SignInProvider => routes::SIGN_IN_PROVIDER,
            Self::SignInProviderBack => routes::SIGN_IN_PROVIDER_BACK,
            Self::Links => routes::WORKSPACE_LINKS,
            Self::LinkRemove => routes::WORKSPACE_LINKS_REMOVE,
            Self::SignInCode => routes::SIGN_IN_CODE,
            Self::SecondStep => routes::WORKSPACE_SECOND_STEP,
            Self::SecondStepConfirm => routes::WORKSPACE_SECOND_STEP_CONFIRM,
            Self::SecondStepRemove => routes::WORKSPACE_SECOND_STEP_REMOVE,
            Self::RecoveryCodes => routes::WORKSPACE_RECOVERY_CODES,
            Self::SessionEnd => routes::WORKSPACE_SESSIONS_END,
            Self::SessionsEndOthers => routes::WORKSPACE_SESSIONS_END_OTHERS,
            Self::SignOutEverywhere => "/workspace/sign-out-everywhere",
            Self::People => "/workspace/people",
            Self::Account => "/workspace/people/{id}",
            Self::AccountInvite => "/workspace/people/{id}/invite",
            Self::AccountGrant => "/workspace/people/{id}/grant",
            Self::AccountRevoke => "/workspace/people/{id}/revoke",
            Self::AccountSignOut => "/workspace/people/{id}/sign-out",
            Self::AccountReset => "/workspace/people/{id}/reset",
            Self::AccountClose => "/workspace/people/{id}/close",
            Self::Record => "/workspace/{partnership}/records/{id}",
            Self::Side => "/workspace/{partnership}/{voice}",
            Self::AcceptAll => "/workspace/{partnership}/{voice}/accept",
            Self::AcceptReview => "/workspace/{partnership}/{voice}/accept/review",
            Self::ProposeAll => "/workspace/{partnership}/{voice}/propose",
            Self::ProposeReview => "/workspace/{partnership}/{voice}/propose/review",
            Self::WithdrawAll => "/workspace/{partnership}/{voice}/withdraw",
            Self::WithdrawReview => "/workspace/{partnership}/{voice}/withdraw/review",
            Self::CounterAll => "/workspace/{partnership}/{voice}/counter",
            Self::CounterReview => "/workspace/{partnership}/{voice}/counter/review",
            Self::Records => "/workspace/{partnership}/{voice}/records",
            Self::DisputeAll => "/workspace/{partnership}/{voice}/dispute",
            Self::DisputeReview => "/workspace/{partnership}/{voice}/dispute/review",
            Self::DivergeAll => "/workspace/{partnership}/{voice}/diverge",
            Self::DivergeReview => "/workspace/{partnership}/{voice}/diverge/review",
            Self::Waits => routes::WAITS,
            Self::Comments => "/workspace/{partnership}/{voice}/comments",
            Self::CommentTick => "/workspace/{partnership}/{voice}/comments/tick",
            Self::Remark => "/workspace/{partnership}/{voice}/records/{id}/{remark}",
            Self::Drafts => "/workspace/{partnership}/{voice}/drafts",
            Self::Draft => "/workspace/{partnership}/{voice}/drafts/{id}",
            Self::DraftPropose => "/workspace/{partnership}/{voice}/drafts/{id}/propose",
            Self::DraftDiscard => "/workspace/{partnership}/{voice}/drafts/{id}/discard",
            Self::DraftPreview => "/workspace/{partnership}/{voice}/drafts/{id}/preview",
            Self::DraftAssign => "/workspace/{partnership}/{voice}/drafts/{id}/assign",
            Self::DraftKeep => "/workspace/{partnership}/{voice}/drafts/{id}/keep",
            Self::DraftForget => "/workspace/{partnership}/{voice}/drafts/{id}/forget",
            Self::Documents => "/workspace/{partnership}/{voice}/documents",
            Self::Document => "/workspace/{partnership}/{voice}/documents/{id}",
            Self::DocumentDecide => "/workspace/{partnership}/{voice}/documents/{id}/decide",
            Self::DocumentPassage => "/workspace/{partnership}/{voice}/documents/{id}/passage",
            Self::DocumentPropose => "/workspace/{partnership}/{voice}/documents/{id}/propose",
            Self::DocumentState => "/workspace/{partnership}/{voice}/documents/{id}/state",
            Self::StateReview => "/workspace/{partnership}/{voice}/state/review",
            Self::StateAll => "/workspace/{partnership}/{voice}/state",
            Self::DocumentPutAway => "/workspace/{partnership}/{voice}/documents/{id}/put-away",
            Self::DocumentOriginal => "/workspace/{partnership}/{voice}/documents/{id}/original",
            Self::DocumentTable => "/workspace/{partnership}/{voice}/documents/{id}/findings.csv",
            Self::DocumentData => "/workspace/{partnership}/{voice}/documents/{id}/findings.json",
            Self::Finding => "/workspace/{partnership}/{voice}/documents/{id}/findings/{finding}",
            Self::Successions => "/workspace/{partnership}/{voice}/documents/{id}/comparisons",
            Self::Succession => {
                "/workspace/{partnership}/{voice}/documents/{id}/comparisons/{before}"
            }
            Self::SuccessionTable => {
                "/workspace/{partnership}/{voice}/documents/{id}/comparisons/{before}/comparison.csv"
            }
            Self::SuccessionData => {
                "/workspace/{partnership}/{voice}/documents/{id}/comparisons/{before}/comparison.json"
            }
            Self::Proposal => "/workspace/{partnership}/{voice}/proposals/{leaf}",
            Self::Accepting => "/workspace/{partnership}/{voice}/proposals/{leaf}/accept",
            Self::Objecting => "/workspace/{partnership}/{voice}/proposals/{leaf}/object",
            Self::Withdrawing => "/workspace/{partnership}/{voice}/proposals/{leaf}/withdraw",
            Self::Countering => "/workspace/{partnership}/{voice}/proposals/{leaf}/counter",
            Self::Texts => "/workspace/{partnership}/{voice}/texts",
            Self::EraseReview => "/workspace/{partnership}/{voice}/texts/erase/review",
            Self::Erasing => "/workspace/{partnership}/{voice}/texts/erase",
            Self::RevealReview => "/workspace/{partnership}/{voice}/texts/reveal/review",
            Self::Revealing => "/workspace/{partnership}/{voice}/texts/reveal",
        }
    }

    /// Who may read there.
    #[expect(clippy::too_many_lines, reason = "a table: a line for each page")]
    pub const fn reads(self) -> Need {
        match self {
            Self::SignIn
            | Self::SignInPasskey
            | Self::SignInPasskeySigned
            | Self::SignInCode
            | Self::SignInProvider
            | Self::SignInProviderBack
            | Self::SignOut
            | Self::Invitation => Anyone,
            Self::Workspace
            | Self::Notices
            | Self::NoticesSeen
            | Self::Choice
            | Self::Password
            | Self::Passkeys
            | Self::PasskeyMade
            | Self::PasskeyRemove
            | Self::SecondStep
            | Self::SecondStepConfirm
            | Self::SecondStepRemove
            | Self::RecoveryCodes
            | Self::Links
            | Self::LinkRemove
            | Self::SessionEnd
            | Self::SessionsEndOthers
            | Self::SignOutEverywhere
            | Self::AccountInvite
            | Self::AccountGrant
            | Self::AccountRevoke
            | Self::AccountSignOut
            | Self::AccountReset
            | Self::AccountClose
            | Self::AcceptAll
            | Self::AcceptReview
            | Self::ProposeAll
            | Self::ProposeReview
            | Self::WithdrawAll
            | Self::WithdrawReview
            | Self::CounterAll
            | Self::CounterReview
            | Self::DisputeAll
            | Self::DisputeReview
            | Self::DivergeAll
            | Self::DivergeReview
            | Self::Waits
            | Self::Comments
            | Self::CommentTick
            | Self::Remark
            | Self::DraftPropose
            | Self::DraftDiscard
            | Self::DraftAssign
            | Self::DraftKeep
            | Self::DraftForget
            | Self::DocumentDecide
            | Self::DocumentPassage
            | Self::DocumentPropose
            | Self::DocumentState
            | Self::StateReview
            | Self::StateAll
            | Self::DocumentPutAway
            | Self::Accepting
            | Self::Objecting
            | Self::Withdrawing
            | Self::Countering
            | Self::EraseReview
            | Self::Erasing
            | Self::RevealReview
            | Self::Revealing => SignedIn,
            Self::People | Self::Account => To(ManageAccounts),
            Self::Record | Self::Drafts => To(Draft),
            Self::Side
            | Self::Draft
            | Self::DraftPreview
            | Self::Documents
            | Self::Document
            | Self::DocumentOriginal
            | Self::DocumentTable
            | Self::DocumentData
            | Self::Finding
            | Self::Successions
            | Self::Succession
            | Self::SuccessionTable
            | Self::SuccessionData => To(SeeWorkspace),
            Self::Proposal => To(SeeProposals),
            Self::Records => To(Object),
            Self::Texts => To(Erase),
        }
    }

    /// Who may send something there; none where nothing can be sent.
    #[expect(clippy::too_many_lines, reason = "a table: a line for each page")]
    pub const fn sends(self) -> Option<Need> {
        match self {
            Self::SignIn
            | Self::SignInPasskey
            | Self::SignInPasskeySigned
            | Self::SignInCode
            | Self::SignOut
            | Self::Invitation => Some(Anyone),
            Self::SignInProvider
            | Self::SignInProviderBack
            | Self::Workspace
            | Self::Waits
            | Self::Notices
            | Self::Account
            | Self::Record
            | Self::DraftPreview
            | Self::Side
            | Self::Records
            | Self::Texts
            | Self::Document
            | Self::DocumentOriginal
            | Self::DocumentTable
            | Self::DocumentData
            | Self::SuccessionTable
            | Self::SuccessionData
            | Self::Proposal => None,
            Self::NoticesSeen
            | Self::Choice
            | Self::Password
            | Self::Passkeys
            | Self::PasskeyMade
            | Self::PasskeyRemove
            | Self::SecondStep
            | Self::SecondStepConfirm
            | Self::SecondStepRemove
            | Self::RecoveryCodes
            | Self::Links
            | Self::LinkRemove
            | Self::SessionEnd
            | Self::SessionsEndOthers
            | Self::SignOutEverywhere => Some(SignedIn),
            Self::People
            | Self::AccountInvite
            | Self::AccountGrant
            | Self::AccountRevoke
            | Self::AccountSignOut
            | Self::AccountReset
            | Self::AccountClose => Some(To(ManageAccounts)),
            Self::AcceptAll | Self::AcceptReview | Self::Accepting => Some(To(Accept)),
            // Whoever answers with other words must be allowed to read these.
            Self::Countering | Self::CounterAll | Self::CounterReview => Some(To(SeeProposals)),
            Self::ProposeAll | Self::ProposeReview | Self::DraftPropose | Self::DocumentPropose => {
                Some(To(Propose))
            }
            Self::DocumentState | Self::StateReview | Self::StateAll => Some(To(StateDocumented)),
            Self::Comments | Self::CommentTick => Some(To(Comment)),
            Self::Remark
            | Self::Objecting
            | Self::DisputeAll
            | Self::DisputeReview
            | Self::DivergeAll
            | Self::DivergeReview => Some(To(Object)),
            Self::Drafts
            | Self::Draft
            | Self::DraftDiscard
            | Self::DraftAssign
            | Self::DraftKeep
            | Self::DraftForget
            | Self::Documents
            | Self::DocumentDecide
            | Self::DocumentPassage
            | Self::DocumentPutAway
            | Self::Successions
            | Self::Succession
            | Self::Finding => Some(To(Draft)),
            Self::Withdrawing | Self::WithdrawAll | Self::WithdrawReview => Some(To(Withdraw)),
            Self::EraseReview | Self::Erasing => Some(To(Erase)),
            Self::RevealReview | Self::Revealing => Some(To(Reveal)),
        }
    }

    /// What answers there.
    #[expect(clippy::too_many_lines, reason = "a table: a line for each page")]
    pub(crate) fn handler(self) -> MethodRouter<Desk> {
        match self {
            Self::SignIn => get(sign_in::page).post(sign_in::sign_in),
            Self::SignInPasskey => get(to_sign_in).post(passkey::ask_to_sign_in),
            Self::SignInPasskeySigned => get(to_sign_in).post(passkey::sign_in),
            Self::SignOut => get(to_workspace).post(sign_in::sign_out),
            Self::Invitation => get(invitation::page).post(invitation::take_up),
            Self::Workspace => get(yours::page),
            Self::Notices => get(notices::page),
            Self::NoticesSeen => get(to_workspace).post(notices::seen),
            Self::Choice => get(to_workspace).post(choice::chosen),
            Self::Password => get(to_workspace).post(yours::change_password),
            Self::Passkeys => get(to_workspace).post(passkey::ask_for_new),
            Self::PasskeyMade => get(to_workspace).post(passkey::add),
            Self::PasskeyRemove => get(to_workspace).post(passkey::remove),
            Self::SignInProvider => get(sign_on::begin),
            Self::SignInProviderBack => get(sign_on::back),
            Self::Links => get(to_workspace).post(sign_on::begin_linking),
            Self::LinkRemove => get(to_workspace).post(sign_on::remove),
            Self::SignInCode => get(to_sign_in).post(second_step::sign_in),
            Self::SecondStep => get(to_workspace).post(second_step::begin),
            Self::SecondStepConfirm => get(to_workspace).post(second_step::confirm),
            Self::SecondStepRemove => get(to_workspace).post(second_step::remove),
            Self::RecoveryCodes => get(to_workspace).post(second_step::renew),
            Self::SessionEnd => get(to_workspace).post(sessions::end),
            Self::SessionsEndOthers => get(to_workspace).post(sessions::end_others),
            Self::SignOutEverywhere => get(to_workspace).post(sign_in::sign_out_everywhere),
            Self::People => get(people::page).post(people::add),
            Self::Account => get(account::page),
            Self::AccountInvite => get(to_people).post(account::invite),
            Self::AccountGrant => get(to_people).post(account::grant),
            Self::AccountRevoke => get(to_people).post(account::revoke),
            Self::AccountSignOut => get(to_people).post(account::sign_out),
            Self::AccountReset => get(to_people).post(account::reset),
            Self::AccountClose => get(to_people).post(account::close),
            Self::Record => get(record::choose_side),
            Self::Side => get(side::page),
            Self::AcceptAll => get(to_workspace).post(answers::accepted),
            Self::AcceptReview => answering(Answering::Accept),
            Self::ProposeAll => get(to_workspace).post(draft::propose_all),
            Self::ProposeReview => get(to_workspace).post(review::drafts),
            Self::WithdrawAll => get(to_workspace).post(answers::withdrawn),
            Self::WithdrawReview => answering(Answering::Withdraw),
            Self::CounterAll => get(to_workspace).post(answers::countered),
            Self::CounterReview => answering(Answering::Counter),
            Self::Records => get(remarks::page),
            Self::DisputeAll => get(to_workspace).post(remarks::disputed),
            Self::DisputeReview => get(to_workspace).post(remarks::review_disputing),
            Self::DivergeAll => get(to_workspace).post(remarks::diverged),
            Self::DivergeReview => get(to_workspace).post(remarks::review_diverging),
            Self::Waits => get(waits::page),
            Self::Comments => get(to_workspace).post(comments::add),
            Self::CommentTick => get(to_workspace).post(comments::tick),
            Self::Remark => get(to_workspace).post(record::remarked),
            Self::Drafts => get(record::ask).post(draft::begin),
            Self::Draft => get(draft::page).post(draft::save),
            Self::DraftPropose => get(to_workspace).post(draft::propose),
            Self::DraftDiscard => get(to_workspace).post(draft::discard),
            Self::DraftPreview => get(draft::preview),
            Self::DraftAssign => get(to_workspace).post(draft::assign),
            Self::DraftKeep => get(to_workspace).post(kept::keep),
            Self::DraftForget => get(to_workspace).post(kept::forget),
            Self::Documents => documents::route(),
            Self::Document => get(findings::page),
            Self::DocumentDecide => get(to_workspace).post(findings::decide),
            Self::DocumentPassage => get(to_workspace).post(passage::choose),
            Self::DocumentPropose => get(to_workspace).post(review::of_document),
            Self::DocumentState => get(to_workspace).post(stating::of_document),
            Self::StateReview => get(to_workspace).post(stating::review),
            Self::StateAll => get(to_workspace).post(stating::state),
            Self::DocumentPutAway => get(to_workspace).post(documents::put_away),
            Self::DocumentOriginal => get(findings_out::original),
            Self::DocumentTable => get(findings_out::table),
            Self::DocumentData => get(findings_out::data),
            Self::Finding => get(finding::page).post(finding::decide),
            Self::Successions => get(successions::page).post(successions::read),
            Self::Succession => get(succession::page).post(succession::say),
            Self::SuccessionTable => get(succession_out::table),
            Self::SuccessionData => get(succession_out::data),
            Self::Proposal => get(proposal::page),
            Self::Accepting => get(to_workspace).post(proposal::accepted),
            Self::Objecting => get(to_workspace).post(proposal::objected),
            Self::Withdrawing => get(to_workspace).post(proposal::withdrawn),
            Self::Countering => get(to_workspace).post(proposal::countered),
            Self::Texts => get(texts::page),
            Self::EraseReview => get(to_workspace).post(texts::review_erasing),
            Self::Erasing => get(to_workspace).post(texts::erased),
            Self::RevealReview => get(to_workspace).post(texts::review_revealing),
            Self::Revealing => get(to_workspace).post(texts::revealed),
        }
    }
}

/// Where proposals are looked over before they are answered so.
fn answering(answering: Answering) -> MethodRouter<Desk> {
    get(to_workspace).post(move |side, sent| review::proposals(side, sent, answering))
}

/// What is sent somewhere is read elsewhere.
async fn to_workspace(State(desk): State<Desk>) -> Response {
    let workspace = routes::localized(desk.locale.language(), routes::WORKSPACE);
    Redirect::to(&workspace).into_response()
}

async fn to_sign_in(State(desk): State<Desk>) -> Response {
    let sign_in = routes::localized(desk.locale.language(), routes::SIGN_IN);
    Redirect::to(&sign_in).into_response()
}

async fn to_people(State(desk): State<Desk>) -> Response {
    let people = routes::localized(desk.locale.language(), routes::WORKSPACE_PEOPLE);
    Redirect::to(&people).into_response()
}
