//! Mail about notices: what is in a letter, when it is due, and that none goes out twice or is lost,
//! whatever breaks on the way.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::StatusCode;
use servanda_actions::people::{close, erase_person};
use servanda_actions::{By, OPERATOR, Office};
use servanda_entry::Ground;
use servanda_model::Grant;
use servanda_testkit::Reader;
use servanda_testkit::office::TestSite;
use servanda_web::letter::{Carrier, Letter, NotCarried};
use servanda_worker::{Outbox, Step};

use crate::notices::{proposal, site};
use crate::sides::{
    ADMINISTRATOR, JUNE, NORTH_CHAIR, NORTH_OFFICER, SOUTH_CHAIR, SOUTH_OFFICER, draft, location,
    office,
};

const HOUR: u8 = 12;
const DAY: i64 = 86_400;

/// What a mail server does with the next letter.
#[derive(Debug, Clone)]
enum Answer {
    Take,
    Not(NotCarried),
    /// The program dies.
    Die(Point),
    /// The letter goes, and the connection ends before the mail server has said what it made of it.
    Silence,
}

/// A point of the dialogue with a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Point {
    /// Before the mail server says that it takes the letter.
    Asked,
    /// After that, and before the letter is whole.
    Offered,
    /// After the mail server has it.
    Taken,
}

/// A mail server that does what it is told, and takes everything once nothing is left to do.
#[derive(Debug, Default)]
struct Post {
    letters: Mutex<Vec<Letter>>,
    answers: Mutex<Vec<Answer>>,
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Post {
    fn letters(&self) -> Vec<Letter> {
        lock(&self.letters).clone()
    }

    /// The letters to an address.
    fn to(&self, address: &str) -> Vec<Letter> {
        self.letters().into_iter().filter(|letter| letter.address == address).collect()
    }

    fn answers(&self, answers: &[Answer]) {
        *lock(&self.answers) = answers.iter().rev().cloned().collect();
    }
}

impl Carrier for Post {
    fn carry(&self, letter: &Letter, begins: &mut dyn FnMut() -> bool) -> Result<(), NotCarried> {
        let answer = lock(&self.answers).pop().unwrap_or(Answer::Take);
        match answer {
            Answer::Not(why) => return Err(why),
            Answer::Die(Point::Asked) => panic!("before the letter was offered"),
            Answer::Take | Answer::Silence | Answer::Die(_) => {}
        }
        assert!(begins(), "the letter may go");
        if let Answer::Die(Point::Offered) = answer {
            panic!("before the letter was whole");
        }
        lock(&self.letters).push(letter.clone());
        match answer {
            Answer::Silence => Err(NotCarried::InDoubt),
            Answer::Die(_) => panic!("after the letter was taken"),
            Answer::Take | Answer::Not(_) => Ok(()),
        }
    }
}

fn outbox(office: Arc<Office>, post: &Arc<Post>) -> Outbox {
    Outbox::new(office, "https://test.example", Arc::clone(post), HOUR)
}

fn step(outbox: &mut Outbox, now: i64) -> Step {
    let mut chance = || [9; 32];
    let mut by = By { account: OPERATOR, at: now, chance: &mut chance };
    outbox.step(&mut by).expect("the step is made")
}

/// Sends all that is due; what became of each mail.
fn send(outbox: &mut Outbox, now: i64) -> Vec<Step> {
    let mut steps = Vec::new();
    loop {
        let step = step(outbox, now);
        if matches!(step, Step::Idle { .. }) {
            return steps;
        }
        steps.push(step);
    }
}

#[track_caller]
fn choose(site: &TestSite, mail: &str, language: &str, choice: &str) {
    let fields = [("language", language), ("mail-choice", choice)];
    location(&Reader::signed_in(site, mail).post("/en/workspace/choice", &fields));
}

/// Everybody but these wants no mail.
fn only(site: &TestSite, wanting: &[&str]) {
    for mail in [NORTH_CHAIR, NORTH_OFFICER, SOUTH_CHAIR, SOUTH_OFFICER] {
        if !wanting.contains(&mail) {
            choose(site, mail, "en", "never");
        }
    }
}

#[test]
fn everybody_concerned_gets_one_letter_in_their_language_with_no_words_of_the_proposal() {
    let office = office();
    let site = site(&office);
    choose(&site, SOUTH_CHAIR, "fr", "at-once");
    choose(&site, SOUTH_OFFICER, "es", "at-once");
    let path = proposal(&site, &office);
    let post = Arc::new(Post::default());
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now()), vec![Step::Sent; 3]);
    assert_eq!(send(&mut outbox, site.now()), vec![]);
    let addresses: BTreeSet<String> = post.letters().into_iter().map(|it| it.address).collect();
    assert_eq!(addresses.len(), 3, "{addresses:?}");
    for (mail, subject, words, path) in [
        (
            NORTH_OFFICER,
            "1 notice from the register",
            "Your side (North) has made a proposal.",
            path.clone(),
        ),
        (
            SOUTH_CHAIR,
            "1 avis du registre",
            "North : proposition faite à votre partie.",
            path.replace("/en/", "/fr/").replace("/no/", "/so/"),
        ),
        (
            SOUTH_OFFICER,
            "1 aviso del registro",
            "North presentó una propuesta a su parte.",
            path.replace("/en/", "/es/").replace("/no/", "/so/"),
        ),
    ] {
        let letter = post.to(mail).pop().expect("a letter");
        let words = words.replace("North", &north(&letter));
        assert_eq!(letter.subject, subject);
        for body in [&letter.text, &letter.html] {
            assert!(body.contains(&words), "{words}: {body}");
            assert!(body.contains(&format!("https://test.example{path}")), "{body}");
            for secret in ["pump", "pompe", "bomba"] {
                assert!(!body.contains(secret), "{body}");
            }
        }
        let choice = letter.choice.expect("where they choose");
        assert!(choice.ends_with("/workspace#notices") && letter.text.contains(&choice));
    }
}

/// The name of the party in the language of a letter.
fn north(letter: &Letter) -> String {
    let names = ["North", "Nord", "Norte"];
    let name = names.into_iter().find(|name| letter.text.contains(name));
    name.unwrap_or_default().to_owned()
}

#[test]
fn a_letter_says_what_everyone_may_read() {
    let office = office();
    let site = site(&office);
    only(&site, &[NORTH_CHAIR]);
    let path = proposal(&site, &office).replace("/no/", "/so/");
    location(&Reader::signed_in(&site, SOUTH_CHAIR).post(&format!("{path}/accept"), &[]));
    let post = Arc::new(Post::default());
    send(&mut outbox(office.shared(), &post), site.now());
    let letter = post.to(NORTH_CHAIR).pop().expect("a letter");
    assert_eq!(letter.subject, "2 notices from the register");
    assert!(letter.text.contains("South has accepted a proposal."), "{}", letter.text);
    assert!(letter.text.contains("The parties have agreed."), "{}", letter.text);
    assert!(letter.text.contains("Mend the pump"), "what is agreed is public: {}", letter.text);
}

#[test]
fn one_letter_a_day_or_a_week_tells_of_all_that_came() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR, SOUTH_OFFICER]);
    choose(&site, SOUTH_CHAIR, "en", "daily");
    choose(&site, SOUTH_OFFICER, "en", "weekly");
    let post = Arc::new(Post::default());
    let mut outbox = outbox(office.shared(), &post);
    let path = proposal(&site, &office);
    let began = site.now();
    assert_eq!(send(&mut outbox, began), vec![]);
    site.wait(3_600);
    let chair = Reader::signed_in(&site, NORTH_CHAIR);
    location(&chair.post(&format!("{path}/withdraw"), &[("reason", "Another time.")]));
    // The site's clock began at noon.
    assert_eq!(send(&mut outbox, began + DAY - 1), vec![]);
    assert_eq!(send(&mut outbox, began + DAY), vec![Step::Sent]);
    let daily = post.to(SOUTH_CHAIR);
    assert_eq!(daily.len(), 1);
    assert_eq!(daily[0].subject, "2 notices from the register");
    for day in 2..7 {
        send(&mut outbox, began + day * DAY);
    }
    send(&mut outbox, began + 7 * DAY);
    let weekly = post.to(SOUTH_OFFICER);
    assert_eq!((weekly.len(), post.to(SOUTH_CHAIR).len()), (1, 1));
    assert_eq!(weekly[0].subject, "2 notices from the register");
    assert_eq!((weekly[0].at / DAY - 4) % 7, 0, "a Monday");
}

#[test]
fn what_was_seen_here_or_happened_while_no_mail_was_wanted_is_not_sent() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    choose(&site, SOUTH_CHAIR, "en", "daily");
    let path = proposal(&site, &office);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let html = chair.get("/en/workspace/notices").html();
    let named = html.split_once("name=\"notices\" value=\"").expect("a field").1;
    let named = named.split_once('"').expect("a value").0;
    location(&chair.post("/en/workspace/notices/seen", &[("notices", named)]));
    site.wait(10);
    choose(&site, SOUTH_OFFICER, "en", "at-once");
    let post = Arc::new(Post::default());
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now() + 2 * DAY), vec![]);
    let north = Reader::signed_in(&site, NORTH_CHAIR);
    location(&north.post(&format!("{path}/withdraw"), &[("reason", "Another time.")]));
    assert_eq!(send(&mut outbox, site.now() + 2 * DAY), vec![Step::Sent; 2]);
    assert_eq!(post.to(SOUTH_OFFICER)[0].subject, "1 notice from the register");
}

#[test]
fn nobody_without_a_mail_address_or_account_gets_mail() {
    let mut office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR, SOUTH_OFFICER]);
    proposal(&site, &office);
    let people = office.office().house().people();
    let id = |mail: &str| people.with_mail(mail).expect("an account").id.clone();
    let (chair, officer) = (id(SOUTH_CHAIR), id(SOUTH_OFFICER));
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Not(NotCarried::Later(451)), Answer::Not(NotCarried::Later(451))]);
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now()), vec![Step::Later(451); 2]);
    office.act(|office, by| close(office, &chair, by).expect("it is closed"));
    office.act(|office, by| {
        erase_person(office, &officer, Ground::PersonalData, by).expect("it is erased");
    });
    assert_eq!(send(&mut outbox, site.now() + DAY), vec![Step::Dropped; 2]);
    assert_eq!(post.letters(), vec![]);
}

#[test]
fn what_is_between_the_sides_stays_there_when_a_role_ends_before_the_letter_goes() {
    let mut office = office();
    let site = site(&office);
    only(&site, &[SOUTH_OFFICER]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Not(NotCarried::Later(451))]);
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now()), vec![Step::Later(451)]);
    let people = office.office().house().people();
    let account = people.with_mail(SOUTH_OFFICER).expect("the officer").clone();
    let grant: &Grant = account.grants.iter().next().expect("a role");
    office.act(|office, by| {
        servanda_actions::people::revoke(office, &account.id, grant, by).expect("taken back");
    });
    assert_eq!(send(&mut outbox, site.now() + DAY), vec![Step::Dropped]);
    assert_eq!(post.letters(), vec![]);
}

#[test]
fn a_mail_server_that_says_later_gets_the_same_letter_once_more_after_a_while() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    let later = Answer::Not(NotCarried::Later(451));
    post.answers(&[later.clone(), later]);
    let mut outbox = outbox(office.shared(), &post);
    let now = site.now();
    assert_eq!(step(&mut outbox, now), Step::Later(451));
    assert_eq!(step(&mut outbox, now), Step::Idle { until: Some(now + 60) });
    assert_eq!(step(&mut outbox, now + 60), Step::Later(451));
    assert_eq!(step(&mut outbox, now + 61), Step::Idle { until: Some(now + 60 + 300) });
    assert_eq!(step(&mut outbox, now + 360), Step::Sent);
    assert_eq!(step(&mut outbox, now + 9_999), Step::Idle { until: None });
    assert_eq!(post.letters().len(), 1);
}

#[test]
fn a_mail_server_that_says_later_for_days_counts_as_refusing() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Not(NotCarried::Later(452)), Answer::Not(NotCarried::Later(452))]);
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(step(&mut outbox, site.now()), Step::Later(452));
    assert_eq!(step(&mut outbox, site.now() + 5 * DAY), Step::Refused(452));
}

#[test]
fn without_a_mail_server_everything_waits() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR, SOUTH_OFFICER]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Not(NotCarried::NoServer("refused".to_owned()))]);
    let mut outbox = outbox(office.shared(), &post);
    let now = site.now();
    assert!(matches!(step(&mut outbox, now), Step::NoServer(_)));
    assert_eq!(step(&mut outbox, now + 59), Step::Idle { until: Some(now + 60) });
    assert_eq!(send(&mut outbox, now + 60), vec![Step::Sent; 2]);
}

#[test]
fn a_letter_that_breaks_the_connection_stands_in_nobody_s_way() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR, SOUTH_OFFICER]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    let broken = || Answer::Not(NotCarried::NoServer("connection reset".to_owned()));
    post.answers(&[broken(), Answer::Take, broken()]);
    let mut outbox = outbox(office.shared(), &post);
    let now = site.now();
    assert!(matches!(step(&mut outbox, now), Step::NoServer(_)));
    assert_eq!(step(&mut outbox, now + 60), Step::Sent);
    assert!(matches!(step(&mut outbox, now + 61), Step::NoServer(_)));
    assert_eq!(send(&mut outbox, now + 3_600), vec![Step::Sent]);
    assert_eq!(post.letters().len(), 2);
}

#[test]
fn a_refused_mail_is_shown_to_its_holder_and_to_administrators_until_somebody_does_something() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    let path = proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Not(NotCarried::Refused(550))]);
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now()), vec![Step::Refused(550)]);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let page = chair.get("/en/workspace").text();
    assert!(page.contains("the mail server refused it with code 550"), "{page}");
    let administrator = Reader::signed_in(&site, ADMINISTRATOR);
    let people = administrator.get("/en/workspace/people");
    assert!(people.text().contains("mail could not be delivered on"), "{}", people.text());
    let held = office.office().house().people();
    let account = held.with_mail(SOUTH_CHAIR).expect("the chair").id.clone();
    let page = administrator.get(&format!("/en/workspace/people/{account}")).text();
    assert!(page.contains("(code 550)"), "{page}");
    // No more is sent to an address that takes nothing.
    let north = Reader::signed_in(&site, NORTH_CHAIR);
    location(&north.post(&format!("{path}/withdraw"), &[("reason", "Another time.")]));
    assert_eq!(send(&mut outbox, site.now() + DAY), vec![]);
    choose(&site, SOUTH_CHAIR, "en", "at-once");
    assert!(!chair.get("/en/workspace").text().contains("550"));
    assert_eq!(send(&mut outbox, site.now() + DAY), vec![Step::Sent]);
    let sent = post.letters();
    assert_eq!(sent.len(), 1);
    // What was refused is told with it, as nothing of it came.
    assert_eq!(sent[0].subject, "2 notices from the register");
    for said in ["North has withdrawn its proposal.", "North has made a proposal to your side."] {
        assert!(sent[0].text.contains(said), "{said}: {}", sent[0].text);
    }
    assert!(!sent[0].text.contains("may have been in a mail"), "{}", sent[0].text);
    assert_eq!(send(&mut outbox, site.now() + 2 * DAY), vec![]);
}

/// Crashes at every point of the dialogues about two letters, with the program and its office begun anew
/// each time: nothing is lost, no letter goes twice, and what may be told twice says so.
#[test]
fn a_crash_at_any_point_loses_nothing_and_sends_no_letter_twice() {
    let take = || Answer::Take;
    let die = Answer::Die;
    let later = || Answer::Not(NotCarried::Later(451));
    let mut office = office();
    only(&site(&office), &[SOUTH_CHAIR, SOUTH_OFFICER]);
    let scripts = [
        vec![],
        vec![die(Point::Asked)],
        vec![die(Point::Offered)],
        vec![die(Point::Taken)],
        vec![die(Point::Asked), die(Point::Taken), die(Point::Taken)],
        vec![take(), die(Point::Asked), die(Point::Offered)],
        vec![take(), die(Point::Taken), die(Point::Taken)],
        vec![die(Point::Taken), take(), die(Point::Offered)],
        vec![later(), die(Point::Taken), die(Point::Asked)],
        vec![Answer::Not(NotCarried::NoServer("gone".to_owned())), die(Point::Taken)],
        vec![Answer::Silence, Answer::Silence],
    ];
    for (script, answers) in (1..).zip(scripts) {
        // Another draft than the one before: a site draws by the acts there were.
        office.act(|_office, _by| ());
        let now = {
            let site = site(&office);
            site.wait(script * 20 * DAY);
            proposal(&site, &office);
            site.now()
        };
        let post = Arc::new(Post::default());
        post.answers(&answers);
        // Each beginning is a day after the one before: what waits for its time has come to it.
        for begun in 0..8 {
            office.restart();
            let mut outbox = outbox(office.shared(), &post);
            let sending = || send(&mut outbox, now + begun * DAY);
            drop(catch_unwind(AssertUnwindSafe(sending)));
        }
        let letters = post.letters();
        let mails: BTreeSet<&str> = letters.iter().map(|it| it.mail.as_str()).collect();
        assert_eq!(mails.len(), letters.len(), "no letter goes twice: {answers:?}");
        let is_doubt = |it: &&Answer| {
            matches!(it, Answer::Silence | Answer::Die(Point::Offered | Point::Taken))
        };
        let says_again =
            |it: &&Letter| it.text.contains("This may have been in a mail to you before");
        let doubts = answers.iter().filter(is_doubt).count();
        let again = letters.iter().filter(says_again).count();
        // What is told once more may be in doubt again, or lost on its way.
        assert!((doubts.min(1)..=doubts).contains(&again), "{again} of {doubts}: {answers:?}");
        for address in [SOUTH_CHAIR, SOUTH_OFFICER] {
            let told = post.to(address);
            assert!(!told.is_empty(), "nothing is lost: {answers:?}");
            let plain = told.iter().filter(|it| !says_again(it)).count();
            assert!(plain <= 1, "each thing is told once without saying so: {answers:?}");
            for letter in told {
                assert_eq!(letter.subject, "1 notice from the register", "{answers:?}");
            }
        }
    }
}

#[test]
fn a_mail_in_doubt_is_not_sent_again_and_its_notices_go_with_the_next_letter() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    let path = proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Silence]);
    let mut outbox = outbox(office.shared(), &post);
    let now = site.now();
    assert_eq!(send(&mut outbox, now), vec![Step::InDoubt]);
    assert_eq!(send(&mut outbox, now + 3_600), vec![], "it is not sent again by itself");
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let notices = chair.get("/en/workspace/notices").text();
    assert!(notices.contains("may have been in a mail to you on "), "{notices}");
    let administrator = Reader::signed_in(&site, ADMINISTRATOR);
    let people = administrator.get("/en/workspace/people").text();
    assert_eq!(people.matches("is in doubt").count(), 1, "{people}");
    let held = office.office().house().people();
    let account = held.with_mail(SOUTH_CHAIR).expect("the chair").id.clone();
    let page = administrator.get(&format!("/en/workspace/people/{account}")).text();
    assert!(page.contains("is in doubt: the mail server did not say"), "{page}");
    // Something else happens: the next letter tells both, and says which may have come before.
    site.wait(7_200);
    let north = Reader::signed_in(&site, NORTH_CHAIR);
    location(&north.post(&format!("{path}/withdraw"), &[("reason", "Another time.")]));
    assert_eq!(send(&mut outbox, site.now()), vec![Step::Sent]);
    let letters = post.letters();
    let letter = letters.last().expect("a letter");
    assert_eq!(letter.subject, "2 notices from the register");
    for body in [&letter.text, &letter.html] {
        let (new, again) = body
            .split_once("This may have been in a mail to you before")
            .unwrap_or_else(|| panic!("{body}"));
        assert!(new.contains("North has withdrawn its proposal."), "{body}");
        assert!(again.contains("North has made a proposal"), "{body}");
    }
    assert_ne!(letters[0].mail, letter.mail);
    assert_eq!(send(&mut outbox, site.now() + 5 * DAY), vec![]);
    let notices = chair.get("/en/workspace/notices").text();
    assert!(!notices.contains("may have been in a mail"), "{notices}");
    let people = administrator.get("/en/workspace/people").text();
    assert!(!people.contains("is in doubt"), "{people}");
}

#[test]
fn what_was_in_doubt_and_seen_here_is_not_told_again() {
    let office = office();
    let site = site(&office);
    only(&site, &[SOUTH_CHAIR]);
    proposal(&site, &office);
    let post = Arc::new(Post::default());
    post.answers(&[Answer::Silence]);
    let mut outbox = outbox(office.shared(), &post);
    assert_eq!(send(&mut outbox, site.now()), vec![Step::InDoubt]);
    let chair = Reader::signed_in(&site, SOUTH_CHAIR);
    let html = chair.get("/en/workspace/notices").html();
    let named = html.split_once("name=\"notices\" value=\"").expect("a field").1;
    let named = named.split_once('"').expect("a value").0;
    location(&chair.post("/en/workspace/notices/seen", &[("notices", named)]));
    assert_eq!(send(&mut outbox, site.now() + 5 * DAY), vec![]);
}

#[test]
fn an_invitation_goes_by_mail_and_its_link_is_shown_where_it_cannot() {
    let office = office();
    let post = Arc::new(Post::default());
    let carrier = Arc::clone(&post);
    let site = office.site_with(|site| site.with_carrier(carrier));
    let administrator = Reader::signed_in(&site, ADMINISTRATOR);
    let add = |name: &str, mail: &str| {
        let fields = [
            ("name", name),
            ("mail", mail),
            ("language", "fr"),
            ("role", "officer"),
            ("partnership", "wells"),
            ("voice", "so"),
        ];
        let page = administrator.post("/en/workspace/people", &fields);
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        page.text()
    };
    let page = add("Léa <b>Roy</b>", "lea@example.org");
    assert!(page.contains("The invitation was sent by mail to Léa <b>Roy</b>"), "{page}");
    assert!(!page.contains("/invitation/"), "{page}");
    let letter = post.to("lea@example.org").pop().expect("a letter");
    assert_eq!(letter.subject, "Votre invitation au registre");
    let link = letter.text.lines().find(|line| line.contains("/fr/invitation/"));
    let link = link.expect("the link").trim_start_matches("https://test.example");
    assert!(site.get(link).text().contains("Léa"), "{}", site.get(link).text());
    assert!(letter.html.contains("Léa &#60;b&#62;Roy"), "{}", letter.html);
    assert!(letter.choice.is_none());

    for (mail, answer) in [
        ("a@example.org", NotCarried::Refused(550)),
        ("b@example.org", NotCarried::Later(451)),
        ("c@example.org", NotCarried::NoServer("gone".to_owned())),
    ] {
        post.answers(&[Answer::Not(answer)]);
        let page = add("Ada", mail);
        assert!(page.contains("could not be sent by mail"), "{page}");
        assert!(page.contains("https://test.example/fr/invitation/"), "{page}");
        assert_eq!(post.to(mail), vec![]);
    }
    let people = administrator.get("/en/workspace/people").text();
    assert_eq!(people.matches("mail could not be delivered").count(), 1, "{people}");
    // Open mails are those about notices: an invitation is not handed over again.
    assert_eq!(send(&mut outbox(office.shared(), &post), site.now()), vec![]);
}

#[test]
fn a_draft_of_one_side_sends_no_letter_to_the_other() {
    let office = office();
    let site = site(&office);
    let path = draft(&site, &office, JUNE);
    let id = path.rsplit('/').next().expect("an id");
    let officer = Reader::signed_in(&site, NORTH_OFFICER);
    let fields = [("about", id), ("said", "Is June too early?"), ("back", path.as_str())];
    officer.post("/en/workspace/wells/no/comments", &fields);
    let post = Arc::new(Post::default());
    assert_eq!(send(&mut outbox(office.shared(), &post), site.now()), vec![Step::Sent]);
    let letter = post.to(NORTH_CHAIR).pop().expect("a letter");
    assert!(letter.text.contains("Somebody of your side has commented."), "{}", letter.text);
    for secret in ["pump", "June", "Oda"] {
        assert!(!letter.text.contains(secret) && !letter.html.contains(secret), "{secret}");
    }
}

#[test]
fn what_is_recorded_of_mail_is_held_to_the_rules_by_whoever_reads_it() {
    use servanda_entry::{HouseAct, HouseEntry, MailOutcome};
    use servanda_model::{Language, MailChoice};
    use servanda_store::{Batch, Head};
    let office = office();
    let people = office.office().house().people();
    let id = |mail: &str| people.with_mail(mail).expect("an account").id.clone();
    let (chair, officer) = (id(SOUTH_CHAIR), id(SOUTH_OFFICER));
    let installation = "installation";
    let (first, second) = ("ab".repeat(10), "cd".repeat(10));
    let mail = |subject, mail: &str| HouseAct::Mail {
        subject,
        mail: mail.to_owned(),
        notices: vec!["ef".repeat(10)],
        again: Vec::new(),
    };
    let handing = |subject, mail: &str| HouseAct::Handing { subject, mail: mail.to_owned() };
    let mailed =
        |subject, mail: &str, outcome| HouseAct::Mailed { subject, mail: mail.to_owned(), outcome };
    let seen = |subject| HouseAct::Seen { subject, notices: vec!["ef".repeat(10)] };
    let (language, choice) = (Language::French, MailChoice::Never);
    let acts = [
        // Nobody but the program says what was sent, and nobody chooses or sees for another.
        (chair.as_str(), mail(chair.clone(), &second)),
        (OPERATOR, mail(chair.clone(), &second)),
        (chair.as_str(), HouseAct::Choose { subject: officer.clone(), language, mail: choice }),
        (chair.as_str(), seen(officer.clone())),
        (installation, mail(chair.clone(), &first)),
        // A mail is begun once, ends once, and for whom it was.
        (installation, mail(officer.clone(), &first)),
        (installation, mailed(officer.clone(), &first, MailOutcome::Refused(550))),
        (chair.as_str(), mailed(chair.clone(), &first, MailOutcome::Refused(550))),
        (installation, mailed(chair.clone(), &second, MailOutcome::Refused(550))),
        // In doubt is only what a mail server had been offered.
        (installation, mailed(chair.clone(), &first, MailOutcome::InDoubt)),
        (chair.as_str(), handing(chair.clone(), &first)),
        (installation, handing(officer.clone(), &first)),
        (installation, handing(chair.clone(), &first)),
        (installation, mailed(chair.clone(), &first, MailOutcome::Sent)),
        (installation, handing(chair.clone(), &first)),
        (installation, mailed(chair.clone(), &first, MailOutcome::Refused(550))),
    ];
    let at = site(&office).now();
    let mut batch = Batch::default();
    for (account, act) in acts {
        let entry = HouseEntry { account: account.to_owned(), at, act };
        batch.entries.push(entry.encode().expect("a well-formed act"));
    }
    let ground = office.office().ground();
    let head = ground.head("test.example/house").expect("a head").unwrap_or(Head::EMPTY);
    office.office().ledger().append("test.example/house", head, &batch).expect("appended");
    office.office().house().follow(ground).expect("followed");
    let people = office.office().house().people();
    let notice = "ef".repeat(10);
    assert!(people.is_in_mail(&chair, &notice) && !people.is_in_mail(&officer, &notice));
    assert!(!people.has_seen(&officer, &notice));
    assert_eq!(people.open_mails(), vec![]);
    for held in [&chair, &officer].map(|id| people.account(id).expect("an account")) {
        assert_eq!((held.bounce, held.mail_choice), (None, MailChoice::AtOnce));
        assert_eq!(held.language, Language::English);
    }
}
