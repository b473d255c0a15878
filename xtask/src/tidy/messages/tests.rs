//! Messages are read as Fluent writes them.

use super::{Messages, TextFile, asked, check};

fn file(path: &str, text: &str) -> TextFile {
    TextFile { path: path.to_owned(), text: text.to_owned() }
}

fn locale(language: &str, text: &str) -> TextFile {
    file(&format!("crates/servanda-web/locales/{language}/main.ftl"), text)
}

fn found(files: &[TextFile]) -> Vec<String> {
    let mut findings = check(files);
    findings.sort();
    findings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_message_goes_on_where_it_is_indented() {
    let text = "## Group\ncount = { $count ->\n    [one] { $shown } body\n   *[other] bodies\n}\n";
    let messages = Messages::parse("crates/servanda-web/locales/en", &[locale("en", text)]);
    assert!(messages.findings.is_empty());
    let message = &messages.by_key["count"];
    assert_eq!(message.line, 2);
    assert_eq!(message.choosing.iter().collect::<Vec<_>>(), ["count"]);
    assert_eq!(message.shown.iter().collect::<Vec<_>>(), ["shown"]);
}

#[test]
fn a_message_of_one_language_alone_is_found() {
    let files = [locale("en", "a = A\nb = B\n"), locale("fr", "a = A\n"), locale("es", "a = A\n")];
    assert_eq!(
        found(&files),
        [
            "crates/servanda-web/locales/en/main.ftl:2: 'b' is missing in \
             crates/servanda-web/locales/es: add it there",
            "crates/servanda-web/locales/en/main.ftl:2: 'b' is missing in \
             crates/servanda-web/locales/fr: add it there",
        ]
    );
}

#[test]
fn other_variables_in_another_language_are_found() {
    let files =
        [locale("en", "a = { $x }\n"), locale("fr", "a = A\n"), locale("es", "a = { $x }\n")];
    let found = found(&files);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found[0].contains("'a' shows $x here and no variable in"), "{found:?}");
}

#[test]
fn a_language_may_do_without_a_choice_between_forms() {
    let plural = "a = { $count ->\n    [one] agreed\n   *[other] agreed\n}\n";
    let files = [locale("en", "a = agreed\n"), locale("fr", plural), locale("es", plural)];
    assert_eq!(found(&files), [""; 0]);
    let mistyped = plural.replace("$count", "$conut");
    let files = [locale("en", "a = agreed\n"), locale("fr", plural), locale("es", &mistyped)];
    assert_eq!(
        found(&files),
        ["crates/servanda-web/locales/es/main.ftl:1: 'a' chooses by $conut, which no other \
          language knows: correct the name"]
    );
}

#[test]
fn a_key_written_twice_is_found() {
    let files = ["en", "fr", "es"].map(|language| locale(language, "a = A\na = B\n"));
    assert!(found(&files)[0].ends_with("main.ftl:2: 'a' stands here twice: remove one"));
}

#[test]
fn all_files_of_a_language_are_one_set() {
    let more = |language: &str, text: &str| {
        file(&format!("crates/servanda-web/locales/{language}/search.ftl"), text)
    };
    let mut files: Vec<TextFile> =
        ["en", "fr", "es"].iter().map(|language| locale(language, "a = A\n")).collect();
    files.extend(["en", "fr", "es"].map(|language| more(language, "b = { $x }\n")));
    assert_eq!(found(&files), [""; 0]);
    files[0].text.push_str("b = { $x }\n");
    assert_eq!(
        found(&files),
        ["crates/servanda-web/locales/en/search.ftl:1: 'b' stands also in \
          crates/servanda-web/locales/en/main.ftl: remove one"]
    );
}

#[test]
fn what_a_page_asks_for_must_exist() {
    let mut files = ["en", "fr", "es"].map(|language| locale(language, "a = A\n")).to_vec();
    files.push(file(
        "crates/servanda-web/templates/x.html",
        "{{ l.say(\"a\") }}\n{{ l.say(\"b\") }}",
    ));
    assert_eq!(
        found(&files),
        ["crates/servanda-web/templates/x.html:2: there is no message 'b': add it in every \
          language"]
    );
}

#[test]
fn keys_are_seen_over_line_breaks_and_pieces_are_not() {
    let text = "l.say_about(\n    \"a-b\",\n); l.say(&format!(\"{x}-y\")); l.say(key)";
    assert_eq!(asked(text), [(1, "a-b")]);
}
