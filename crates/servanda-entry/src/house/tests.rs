//! Golden bytes of every act of the house journal, and what a reader refuses.

use expect_test::{Expect, expect};
use servanda_model::{AccountId, AccountRole, Grant, Language, MailChoice, Seat};

use super::{
    Browser, CREDENTIAL, CodeUsed, Devices, HouseAct, HouseDecoded, HouseEntry, IDENTITY, LABEL,
    MAIL, MailOutcome, NAME, NOTICES_PER_ENTRY_MAX, PASSWORD, RECOVERY, SECRET, decode,
};
use crate::act::{Ground, PartReference, Unreadable};

fn part(role: &str) -> PartReference {
    PartReference {
        audience: None,
        commitment: "ab".repeat(32),
        language: None,
        media: "text/plain".to_owned(),
        role: role.to_owned(),
    }
}

fn subject() -> AccountId {
    AccountId::from_bits(12)
}

fn grant() -> Grant {
    let seat = Seat { partnership: "wells".to_owned(), voice: "north".to_owned() };
    Grant::new(AccountRole::CoChair, Some(seat)).expect("a grant")
}

fn entry(act: HouseAct) -> HouseEntry {
    HouseEntry { account: "operator".to_owned(), at: 1_763_856_000, act }
}

#[track_caller]
fn check(act: HouseAct, golden: &Expect) {
    let entry = entry(act);
    let bytes = entry.encode().expect("a well-formed act");
    golden.assert_eq(&String::from_utf8_lossy(&bytes));
    assert_eq!(decode(&bytes), Ok(HouseDecoded::Entry(entry)));
}

#[test]
fn an_account_has_these_bytes_for_ever() {
    let act = HouseAct::Account {
        subject: subject(),
        language: Language::French,
        parts: vec![part(MAIL), part(NAME)],
    };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"account","at":1763856000,"language":"fr","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"mail"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"name"}],"subject":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn an_invitation_and_a_password_have_these_bytes_for_ever() {
    let (subject, invitation) = (subject(), "cd".repeat(32));
    let act = HouseAct::Invite {
        subject: subject.clone(),
        invitation: invitation.clone(),
        until: 1_763_942_400,
    };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"invite","at":1763856000,"invitation":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","subject":"000000000c","until":1763942400,"v":1}"#
        ]],
    );
    let parts = vec![part(PASSWORD)];
    let act = HouseAct::Password {
        subject: subject.clone(),
        invitation: Some(invitation),
        parts: parts.clone(),
    };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"password","at":1763856000,"invitation":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"password"}],"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Password { subject, invitation: None, parts },
        &expect![[
            r#"{"account":"operator","act":"password","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"password"}],"subject":"000000000c","v":1}"#
        ]],
    );
}

fn passkey() -> HouseAct {
    HouseAct::Passkey {
        subject: subject(),
        credential: "ef".repeat(32),
        key: format!("es256:{}", "A".repeat(44)),
        devices: Devices::One,
        parts: vec![part(CREDENTIAL), part(LABEL)],
    }
}

#[test]
fn passkeys_have_these_bytes_for_ever() {
    check(
        passkey(),
        &expect![[
            r#"{"account":"operator","act":"passkey","at":1763856000,"credential":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","devices":"one","key":"es256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"credential"},{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"label"}],"subject":"000000000c","v":1}"#
        ]],
    );
    let (subject, credential) = (subject(), "ef".repeat(32));
    let act = HouseAct::PasskeyRemoved { subject: subject.clone(), credential: credential.clone() };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"passkey-removed","at":1763856000,"credential":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","subject":"000000000c","v":1}"#
        ]],
    );
    let (session, until) = ("cd".repeat(32), 1_763_899_200);
    let act = HouseAct::SignIn {
        subject,
        session,
        until,
        credential: Some(credential),
        link: None,
        browser: None,
    };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"sign-in","at":1763856000,"credential":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","session":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","subject":"000000000c","until":1763899200,"v":1}"#
        ]],
    );
}

fn code(used: CodeUsed) -> HouseAct {
    HouseAct::Code { subject: subject(), used }
}

#[test]
fn second_steps_have_these_bytes_for_ever() {
    let parts = vec![part(SECRET)];
    check(
        HouseAct::Authenticator { subject: subject(), step: 58_795_200, parts },
        &expect![[
            r#"{"account":"operator","act":"authenticator","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"secret"}],"step":58795200,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::AuthenticatorRemoved { subject: subject() },
        &expect![[
            r#"{"account":"operator","act":"authenticator-removed","at":1763856000,"subject":"000000000c","v":1}"#
        ]],
    );
    let parts = vec![part(RECOVERY)];
    check(
        HouseAct::RecoveryCodes { subject: subject(), parts },
        &expect![[
            r#"{"account":"operator","act":"recovery-codes","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"recovery"}],"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        code(CodeUsed::Step(58_795_201)),
        &expect![[
            r#"{"account":"operator","act":"code","at":1763856000,"step":58795201,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        code(CodeUsed::Recovery("cd".repeat(32))),
        &expect![[
            r#"{"account":"operator","act":"code","at":1763856000,"recovery":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","subject":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn roles_given_and_taken_have_these_bytes_for_ever() {
    check(
        HouseAct::Grant { subject: subject(), grant: grant() },
        &expect![[
            r#"{"account":"operator","act":"grant","at":1763856000,"partnership":"wells","role":"co-chair","subject":"000000000c","v":1,"voice":"north"}"#
        ]],
    );
    let administrator = Grant::administrator();
    check(
        HouseAct::Grant { subject: subject(), grant: administrator },
        &expect![[
            r#"{"account":"operator","act":"grant","at":1763856000,"role":"administrator","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Revoke { subject: subject(), grant: grant() },
        &expect![[
            r#"{"account":"operator","act":"revoke","at":1763856000,"partnership":"wells","role":"co-chair","subject":"000000000c","v":1,"voice":"north"}"#
        ]],
    );
}

fn signed_in_by(link: Option<String>, credential: Option<String>) -> HouseAct {
    let (session, until) = ("cd".repeat(32), 1_763_899_200);
    HouseAct::SignIn { subject: subject(), session, until, credential, link, browser: None }
}

#[test]
fn links_have_these_bytes_for_ever() {
    let link = "ab".repeat(32);
    check(
        HouseAct::Link { subject: subject(), parts: vec![part(IDENTITY)] },
        &expect![[
            r#"{"account":"operator","act":"link","at":1763856000,"parts":[{"commitment":"abababababababababababababababababababababababababababababababab","media":"text/plain","role":"identity"}],"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::LinkRemoved { subject: subject(), link: link.clone() },
        &expect![[
            r#"{"account":"operator","act":"link-removed","at":1763856000,"link":"abababababababababababababababababababababababababababababababab","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        signed_in_by(Some(link), None),
        &expect![[
            r#"{"account":"operator","act":"sign-in","at":1763856000,"link":"abababababababababababababababababababababababababababababababab","session":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","subject":"000000000c","until":1763899200,"v":1}"#
        ]],
    );
}

fn signed_in_with(family: &str, system: &str) -> HouseAct {
    let browser = Browser { family: family.to_owned(), system: system.to_owned() };
    HouseAct::SignIn {
        subject: subject(),
        session: "ef".repeat(32),
        until: 1_763_899_200,
        credential: None,
        link: None,
        browser: Some(browser),
    }
}

#[test]
fn sessions_have_these_bytes_for_ever() {
    let (subject, session) = (subject(), "ef".repeat(32));
    let act = HouseAct::SignIn {
        subject: subject.clone(),
        session: session.clone(),
        until: 1_763_899_200,
        credential: None,
        link: None,
        browser: None,
    };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"sign-in","at":1763856000,"session":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","subject":"000000000c","until":1763899200,"v":1}"#
        ]],
    );
    check(
        signed_in_with("firefox", "windows"),
        &expect![[
            r#"{"account":"operator","act":"sign-in","at":1763856000,"browser":"firefox","session":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","subject":"000000000c","system":"windows","until":1763899200,"v":1}"#
        ]],
    );
    let act = HouseAct::SignOut { subject: subject.clone(), session: Some(session) };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"sign-out","at":1763856000,"session":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::SignOut { subject: subject.clone(), session: None },
        &expect![[
            r#"{"account":"operator","act":"sign-out","at":1763856000,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Refuse { subject: Some(subject) },
        &expect![[
            r#"{"account":"operator","act":"refuse","at":1763856000,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Refuse { subject: None },
        &expect![[r#"{"account":"operator","act":"refuse","at":1763856000,"v":1}"#]],
    );
}

#[test]
fn choices_notices_and_mails_have_these_bytes_for_ever() {
    let (mail, notices) = ("ab".repeat(10), vec!["cd".repeat(10), "ef".repeat(10)]);
    let (language, choice) = (Language::Spanish, MailChoice::AtOnce);
    check(
        HouseAct::Choose { subject: subject(), language, mail: choice },
        &expect![[
            r#"{"account":"operator","act":"choose","at":1763856000,"language":"es","mail":"at-once","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Seen { subject: subject(), notices: notices.clone() },
        &expect![[
            r#"{"account":"operator","act":"seen","at":1763856000,"notices":["cdcdcdcdcdcdcdcdcdcd","efefefefefefefefefef"],"subject":"000000000c","v":1}"#
        ]],
    );
    let again = Vec::new();
    let act = HouseAct::Mail { subject: subject(), mail: mail.clone(), notices, again };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"mail","at":1763856000,"mail":"abababababababababab","notices":["cdcdcdcdcdcdcdcdcdcd","efefefefefefefefefef"],"subject":"000000000c","v":1}"#
        ]],
    );
    let (notices, again) = (vec!["cd".repeat(10)], vec!["12".repeat(10)]);
    let act = HouseAct::Mail { subject: subject(), mail: mail.clone(), notices, again };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"mail","again":["12121212121212121212"],"at":1763856000,"mail":"abababababababababab","notices":["cdcdcdcdcdcdcdcdcdcd"],"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        HouseAct::Handing { subject: subject(), mail: mail.clone() },
        &expect![[
            r#"{"account":"operator","act":"handing","at":1763856000,"mail":"abababababababababab","subject":"000000000c","v":1}"#
        ]],
    );
    let mailed = |outcome| HouseAct::Mailed { subject: subject(), mail: mail.clone(), outcome };
    check(
        mailed(MailOutcome::InDoubt),
        &expect![[
            r#"{"account":"operator","act":"mailed","at":1763856000,"mail":"abababababababababab","outcome":"in-doubt","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        mailed(MailOutcome::Later(451)),
        &expect![[
            r#"{"account":"operator","act":"mailed","at":1763856000,"mail":"abababababababababab","outcome":"later","reply":451,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        mailed(MailOutcome::Sent),
        &expect![[
            r#"{"account":"operator","act":"mailed","at":1763856000,"mail":"abababababababababab","outcome":"sent","subject":"000000000c","v":1}"#
        ]],
    );
    check(
        mailed(MailOutcome::Refused(550)),
        &expect![[
            r#"{"account":"operator","act":"mailed","at":1763856000,"mail":"abababababababababab","outcome":"refused","reply":550,"subject":"000000000c","v":1}"#
        ]],
    );
    check(
        mailed(MailOutcome::Dropped),
        &expect![[
            r#"{"account":"operator","act":"mailed","at":1763856000,"mail":"abababababababababab","outcome":"dropped","subject":"000000000c","v":1}"#
        ]],
    );
}

#[test]
fn a_mail_with_as_many_notices_as_may_be_fits_an_entry() {
    let of = |count| HouseAct::Mail {
        subject: subject(),
        mail: "ab".repeat(10),
        notices: vec!["cd".repeat(10); count],
        again: Vec::new(),
    };
    let by = |act| HouseEntry { account: "installation".to_owned(), ..entry(act) };
    assert!(by(of(NOTICES_PER_ENTRY_MAX)).encode().is_ok());
    assert_eq!(by(of(NOTICES_PER_ENTRY_MAX + 1)).encode(), Err(Unreadable::Malformed));
    let more = HouseAct::Mail {
        subject: subject(),
        mail: "ab".repeat(10),
        notices: vec!["cd".repeat(10); NOTICES_PER_ENTRY_MAX],
        again: vec!["ef".repeat(10)],
    };
    assert_eq!(by(more).encode(), Err(Unreadable::Malformed));
}

#[test]
fn the_end_of_an_account_has_these_bytes_for_ever() {
    check(
        HouseAct::Close { subject: subject() },
        &expect![[
            r#"{"account":"operator","act":"close","at":1763856000,"subject":"000000000c","v":1}"#
        ]],
    );
    let act =
        HouseAct::Erase { subject: subject(), part: "ab".repeat(32), ground: Ground::PersonalData };
    check(
        act,
        &expect![[
            r#"{"account":"operator","act":"erase","at":1763856000,"ground":"personal-data","part":"abababababababababababababababababababababababababababababababab","subject":"000000000c","v":1}"#
        ]],
    );
}

#[track_caller]
fn refused(act: impl Fn() -> HouseAct, change: impl Fn(&str) -> String, why: Unreadable) {
    let bytes = entry(act()).encode().expect("a well-formed act");
    let changed = change(&String::from_utf8(bytes).expect("ASCII"));
    assert_eq!(decode(changed.as_bytes()), Err(why), "{changed}");
}

#[test]
fn what_is_not_an_entry_is_refused() {
    use Unreadable as U;
    let grant = || HouseAct::Grant { subject: subject(), grant: grant() };
    refused(grant, |text| text.replace("co-chair", "king"), U::Malformed);
    refused(grant, |text| text.replace("co-chair", "administrator"), U::Malformed);
    refused(grant, |text| text.replace(",\"voice\":\"north\"", ""), U::Malformed);
    refused(grant, |text| text.replace("operator", "ana@example.org"), U::NotInTheGrammar);
    refused(grant, |text| text.replace(':', ": "), U::NotCanonical);
    refused(grant, |text| format!("{text}{}", " ".repeat(4096)), U::TooLong);
    let invite = || HouseAct::Invite { subject: subject(), invitation: "cd".repeat(32), until: 1 };
    refused(invite, |text| text.replace("cdcd", "CDCD"), U::Malformed);
    refused(passkey, |text| text.replace("es256:", "rs256:"), U::Malformed);
    refused(passkey, |text| text.replace("\"one\"", "\"two\""), U::Malformed);
    refused(passkey, |text| text.replace("efef", "EFEF"), U::Malformed);
    refused(passkey, |text| text.replace("\"label\"", "\"name\""), U::Malformed);
    let by_link = || signed_in_by(Some("ab".repeat(32)), None);
    let credential = format!("\"credential\":\"{}\",\"link\"", "ef".repeat(32));
    refused(by_link, |text| text.replace("\"link\"", &credential), U::Malformed);
    let with = || signed_in_with("firefox", "windows");
    refused(with, |text| text.replace("\"browser\":\"firefox\",", ""), U::Malformed);
    refused(with, |text| text.replace("windows", "windows-11"), U::Malformed);
    refused(with, |text| text.replace("firefox", &"f".repeat(21)), U::Malformed);
    let recovery = || code(CodeUsed::Recovery("cd".repeat(32)));
    refused(recovery, |text| text.replace("\"subject\"", "\"step\":1,\"subject\""), U::Malformed);
    let step = || code(CodeUsed::Step(1));
    refused(step, |text| text.replace("\"step\":1,", ""), U::Malformed);
    refused(step, |text| text.replace("\"step\":1,", "\"step\":-1,"), U::Malformed);
    let mail = || HouseAct::Mail {
        subject: subject(),
        mail: "ab".repeat(10),
        notices: Vec::new(),
        again: Vec::new(),
    };
    refused(mail, |text| text.replace("abab", "ABAB"), U::Malformed);
    refused(mail, |text| text.replace("[]", "[\"ab\"]"), U::Malformed);
    let mailed = || HouseAct::Mailed {
        subject: subject(),
        mail: "ab".repeat(10),
        outcome: MailOutcome::Refused(550),
    };
    refused(mailed, |text| text.replace("550", "250"), U::Malformed);
    refused(mailed, |text| text.replace("refused", "sent"), U::Malformed);
    refused(mailed, |text| text.replace("refused", "read"), U::Malformed);
    let choose = || HouseAct::Choose {
        subject: subject(),
        language: Language::French,
        mail: MailChoice::Daily,
    };
    refused(choose, |text| text.replace("daily", "hourly"), U::Malformed);
    let account = || HouseAct::Account {
        subject: subject(),
        language: Language::French,
        parts: vec![part(MAIL), part(NAME)],
    };
    refused(account, |text| text.replace("\"name\"", "\"note\""), U::Malformed);
    refused(account, |text| text.replace("\"fr\"", "\"fr-CA\""), U::Malformed);
}

#[test]
fn a_later_version_or_act_is_kept_without_effect() {
    let bytes = entry(HouseAct::Close { subject: subject() }).encode().expect("well formed");
    let text = String::from_utf8(bytes).expect("ASCII");
    for later in [text.replace("\"v\":1", "\"v\":2"), text.replace("close", "reopen")] {
        assert_eq!(decode(later.as_bytes()), Ok(HouseDecoded::NotUnderstood), "{later}");
    }
}
