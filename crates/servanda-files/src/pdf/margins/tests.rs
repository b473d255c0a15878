//! What belongs to the page.

use super::*;

fn line(text: &str, y: f32) -> Line {
    Line { text: text.to_owned(), y, size: 10.0, ..Line::default() }
}

fn pages(count: u32) -> Vec<Page> {
    (1..=count)
        .map(|number| Page {
            number,
            height: 800.0,
            stretches: vec![Stretch::Lines(vec![
                line("Water Office — Report 2021", 780.0),
                line(&format!("The office met {number} times."), 400.0),
                line("Water Office — Report 2021", 300.0),
                line(&format!("Page {number} of {count}"), 30.0),
            ])],
            ..Page::default()
        })
        .collect()
}

#[track_caller]
fn left(pages: &[Page]) -> Vec<String> {
    let lines = pages.iter().flat_map(|page| &page.stretches).flat_map(|stretch| match stretch {
        Stretch::Lines(lines) => lines.clone(),
        Stretch::Text(_) | Stretch::Table(_) => Vec::new(),
    });
    lines.map(|line| line.text).collect()
}

#[test]
fn running_heads_and_page_numbers_go_and_the_same_words_in_the_text_stay() {
    let mut pages = pages(3);
    take_out(&mut pages);
    assert_eq!(left(&pages[..1]), ["The office met 1 times.", "Water Office — Report 2021"],);
}

#[test]
fn a_line_at_the_top_of_one_page_is_no_running_head() {
    let mut pages = pages(1);
    take_out(&mut pages);
    assert_eq!(left(&pages).first().unwrap(), "Water Office — Report 2021");
}

#[test]
fn page_numbers_are_known_in_three_languages() {
    for number in
        ["12", "xii", "– 3 –", "Page 3 of 10", "Página 3 de 10", "3 / 10", "Page 3 sur 10"]
    {
        assert!(is_page_number(number), "{number}");
    }
    for other in ["2021 Report", "Article 3", "Annex", ""] {
        assert!(!is_page_number(other), "{other}");
    }
}
