//! In what two findings differ, in the reader's words.

use servanda_model::concordance::Aspect;

use super::Differs;
use crate::locale::Locale;

/// "They differ in numbers: earlier 3, later 5".
pub(crate) fn in_words(locale: &Locale, differs: &Differs) -> String {
    let nothing = || locale.say("differing-nothing");
    let listed = |words: &[String]| {
        if words.is_empty() { nothing() } else { words.join(", ") }
    };
    let two = |key: &str, earlier: &str, later: &str| {
        locale.say_about(key, &[("earlier", earlier), ("later", later)])
    };
    match differs {
        Differs::In(contrast) => {
            let (earlier, later) = (listed(&contrast.one), listed(&contrast.other));
            if contrast.aspect == Aspect::Negation {
                return two("differs-negation", &earlier, &later);
            }
            let aspect = locale.say_code("aspect", contrast.aspect.code());
            let texts = [("aspect", aspect.as_str()), ("earlier", &earlier), ("later", &later)];
            locale.say_about("differs-in", &texts)
        }
        Differs::Who { earlier, later } => {
            let said = |who: &Option<String>| who.clone().unwrap_or_else(nothing);
            two("differs-who", &said(earlier), &said(later))
        }
        Differs::Due { earlier, later } => {
            let said = |due: &Option<String>| due.clone().unwrap_or_else(nothing);
            two("differs-due", &said(earlier), &said(later))
        }
        Differs::Words { gone, added } => two("differs-words", &listed(gone), &listed(added)),
        Differs::Order => locale.say("differs-order"),
        Differs::Languages { earlier, later } => {
            let name = |tag: &str| locale.say_code("language", tag);
            two("differs-languages", &name(earlier.tag()), &name(later.tag()))
        }
    }
}
