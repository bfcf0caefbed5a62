//! The page's parts as HTML. All text is escaped here.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    super::{order::Order, trace::Part},
    About,
    play::{Chapter, Play},
    step::{Arrow, Kind, Shown, Step, Wire},
    verdict::{self, Ending},
    words,
};

/// The short names by which the style knows the two.
const SIDES: [&str; 2] = ["left", "right"];

pub(super) struct Columns<'a> {
    columns: &'a [(About, Play); 2],
    orders: &'a [Order],
}

pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            other => escaped.push(other),
        }
    }
    escaped
}

fn plural(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}

impl<'a> Columns<'a> {
    pub(super) fn new(columns: &'a [(About, Play); 2]) -> Self {
        let [(_, first), _] = columns;
        Self {
            columns,
            orders: &first.orders,
        }
    }

    fn sides(&self) -> impl Iterator<Item = (&'static str, &About, &Play)> {
        let columns = self.columns.iter();
        let named = SIDES.into_iter().zip(columns);
        named.map(|(side, (about, play))| (side, about, play))
    }

    /// How each of the two fared, in one glance.
    pub(super) fn scores(&self) -> String {
        let mut html = String::new();
        for (side, about, play) in self.sides() {
            let endings: Vec<_> = play.verdicts.iter().map(verdict::of).collect();
            let wrong = endings.iter().filter(|ending| ending.is_wrong).count();
            let open = endings.iter().filter(|ending| ending.is_open).count();
            let debits: usize = play.verdicts.iter().map(|one| one.debits.len()).sum();
            let again = play.verdicts.iter().filter(|one| one.debits.len() > 1);
            let (tone, word) = match (again.count(), wrong) {
                (0, 0) => ("good", "nobody paid twice".to_owned()),
                (0, wrong) => ("bad", format!("{} went wrong", plural(wrong, "order"))),
                (1, _) => ("bad", "1 order paid more than once".to_owned()),
                (again, _) => ("bad", format!("{again} orders paid more than once")),
            };
            let open = match open {
                0 => String::new(),
                open => format!(", {} left to a person", plural(open, "order")),
            };
            let _never_fails = write!(
                html,
                r#"<article class="score {side} {tone}">
<h2>{name}</h2>
<p class="soft">{says}</p>
<p class="big">{word}</p>
<p>{debits} for {orders}{open}.</p>
</article>
"#,
                name = about.name,
                says = about.says,
                debits = plural(debits, "debit"),
                orders = plural(self.orders.len(), "order"),
            );
        }
        html
    }

    /// What customers ordered.
    pub(super) fn orders(&self) -> String {
        let mut html = String::new();
        for (number, order) in self.orders.iter().enumerate() {
            let letter = words::letter(number);
            let _never_fails = writeln!(
                html,
                r#"<li><b class="letter o{letter}">{letter}</b> <span>{provider}: {what}. <span class="soft">{letter}/0001 is the reference <code>{name}0001</code>.</span></span></li>"#,
                provider = words::provider(order.provider.as_str()),
                what = escape(&words::order(order)),
                name = escape(&order.name),
            );
        }
        html
    }

    /// What is shown of it: the style does what is chosen here.
    pub(super) fn filters(&self) -> String {
        let radio = |group: &str, id: &str, label: &str, is_chosen: bool| {
            let checked = if is_chosen { " checked" } else { "" };
            format!(
                r#"<label><input type="radio" name="{group}" id="{id}"{checked}><span>{label}</span></label>"#
            )
        };
        let mut html = String::from(r#"<fieldset><legend>Merchant</legend>"#);
        html += &radio("side", "side-both", "both", true);
        for (side, about, _) in self.sides() {
            html += &radio("side", &format!("side-{side}"), about.short, false);
        }
        html += "</fieldset>";
        if self.orders.len() > 1 {
            html += r#"<fieldset><legend>Order</legend>"#;
            html += &radio("order", "order-all", "all", true);
            for number in 0..self.orders.len() {
                let letter = words::letter(number);
                html += &radio("order", &format!("order-{letter}"), &letter, false);
            }
            html += "</fieldset>";
        }
        html
    }

    /// Step by step; of one merchant at most so many in a part.
    pub(super) fn parts(&self, most: usize) -> String {
        let parts: BTreeSet<Part> = self
            .columns
            .iter()
            .flat_map(|(_, play)| play.parts.keys().copied())
            .collect();
        let empty = Chapter::default();
        let mut html = String::new();
        for (place, part) in parts.into_iter().enumerate() {
            let chapters = self
                .columns
                .each_ref()
                .map(|(_, play)| play.parts.get(&part));
            let [first, second] = chapters.map(|chapter| chapter.unwrap_or(&empty));
            if first.steps.is_empty() && second.steps.is_empty() && !matches!(part, Part::Placed(_))
            {
                continue;
            }
            let _never_fails = write!(
                html,
                r#"<section class="part" aria-labelledby="part-{place}">
<h2 id="part-{place}">{title}</h2>
{faults}<div class="beside">
"#,
                title = title(part),
                faults = faults(part, &second.faults),
            );
            for ((side, about, _), chapter) in self.sides().zip([first, second]) {
                html += &format!(
                    r#"<article class="play {side}"><h3>{}</h3>{}</article>
"#,
                    about.name,
                    steps(&chapter.steps, most),
                );
            }
            html += "</div>\n</section>\n";
        }
        html
    }

    /// What came of each order.
    pub(super) fn verdicts(&self) -> String {
        let mut html = String::from("<thead><tr><th scope=\"col\">Order</th>");
        for (side, about, _) in self.sides() {
            let _never_fails = write!(
                html,
                "<th scope=\"col\" class=\"{side}\">{}</th>",
                about.name
            );
        }
        html += "</tr></thead>\n<tbody>\n";
        for (number, order) in self.orders.iter().enumerate() {
            let letter = words::letter(number);
            let _never_fails = write!(
                html,
                r#"<tr class="for-{letter}"><th scope="row"><b class="letter o{letter}">{letter}</b> {}</th>"#,
                words::provider(order.provider.as_str())
            );
            for (side, about, play) in self.sides() {
                let verdict = play.verdicts.iter().find(|one| one.order == order.name);
                let cell = verdict.map(|verdict| ending(&verdict::of(verdict)));
                let _never_fails = write!(
                    html,
                    r#"<td class="{side}" data-side="{}">{}</td>"#,
                    about.name,
                    cell.unwrap_or_default()
                );
            }
            html += "</tr>\n";
        }
        html + "</tbody>"
    }
}

fn ending(ending: &Ending) -> String {
    let tone = match (ending.is_wrong, ending.is_open) {
        (true, _) => "bad",
        (false, true) => "odd",
        (false, false) => "good",
    };
    format!(
        r#"<strong class="{tone}">{}</strong><br><span class="soft">{}</span>"#,
        escape(&ending.short),
        escape(&ending.says)
    )
}

fn title(part: Part) -> String {
    match part {
        Part::Placed(number) => format!("Order {} is placed", words::letter(number)),
        Part::Round(number) => {
            format!("Round {number}: customers act, time passes, callbacks arrive")
        }
        Part::Calm => "Nothing goes wrong any more, and all of it comes to an end".to_owned(),
    }
}

/// What waits to go wrong, for both.
fn faults(part: Part, faults: &[String]) -> String {
    if !matches!(part, Part::Placed(_)) {
        return String::new();
    }
    if faults.is_empty() {
        return "<p class=\"soft\">Nothing new waits to go wrong.</p>\n".to_owned();
    }
    let items = faults
        .iter()
        .map(|fault| format!("<li>{}</li>", escape(fault)));
    format!(
        "<div class=\"faults\"><p>From here on this waits to go wrong, for both:</p><ul>{}</ul></div>\n",
        items.collect::<String>()
    )
}

fn steps(steps: &[Shown], most: usize) -> String {
    if steps.is_empty() {
        return "<p class=\"soft none\">Nothing happens here.</p>".to_owned();
    }
    let mut html = String::from(
        r#"<div class="lanes" aria-hidden="true"><span>Merchant</span><span>Wire</span><span>Provider</span><span>Ledger</span></div><ol>"#,
    );
    html.push('\n');
    for shown in steps.iter().take(most) {
        html += &step(shown);
    }
    html += "</ol>";
    if let Some(more) = steps.len().checked_sub(most).filter(|more| *more > 0) {
        html += &format!(
            "<p class=\"soft none\">Not shown: {}.</p>",
            plural(more, "more step")
        );
    }
    html
}

fn step(
    Shown {
        at,
        until,
        times,
        step,
    }: &Shown,
) -> String {
    let letter = step.order.map(words::letter);
    let about = letter
        .as_ref()
        .map_or("all".to_owned(), |letter| format!("for-{letter}"));
    let is_again = step.ledger.iter().any(|movement| movement.is_again);
    let kind = match step.kind {
        _ if is_again => " twice",
        Kind::Crash => " crash",
        _ if is_broken(step) => " broken",
        _ => "",
    };
    let when = match times {
        1 => words::time(*at),
        times => format!(
            "{} to {}, {times} times",
            words::time(*at),
            words::time(*until)
        ),
    };
    let letter = letter.map(|letter| format!(r#" <b class="letter o{letter}">{letter}</b>"#));
    format!(
        r#"<li class="step {about}{kind}"><p class="when">{when}{letter}</p>
<div class="row">{merchant}{wire}{provider}{ledger}</div>
<p class="says">{says}</p></li>
"#,
        letter = letter.unwrap_or_default(),
        merchant = lane("merchant", "Merchant", &merchant(step)),
        wire = lane("wire", "Wire", &wire(step)),
        provider = lane("provider", "Provider", &provider(step)),
        ledger = lane("ledger", "Ledger", &ledger(step)),
        says = escape(&step.says.join(" ")),
    )
}

fn is_broken(step: &Step) -> bool {
    let arrows = step.out.iter().chain(&step.back);
    arrows.into_iter().any(|arrow| arrow.wire == Wire::Lost)
}

/// A lane of a step; who does not see the page is told which one it is.
fn lane(class: &str, name: &str, html: &str) -> String {
    let name = match html {
        "" => String::new(),
        _ => format!(r#"<span class="lane">{name}</span>"#),
    };
    format!(r#"<div class="{class}">{name}{html}</div>"#)
}

fn lines(texts: &[String], class: &str) -> String {
    let lines = texts.iter();
    let lines = lines.map(|text| format!(r#"<span class="line{class}">{}</span>"#, escape(text)));
    lines.collect()
}

fn merchant(step: &Step) -> String {
    lines(&step.before, "") + &lines(&step.after, " after")
}

fn wire(step: &Step) -> String {
    let mut html = String::new();
    for (arrow, way) in [(&step.out, "out"), (&step.back, "back")] {
        if let Some(Arrow { text, wire }) = arrow {
            let (class, word) = match wire {
                Wire::Whole => ("", ""),
                Wire::Lost => (" lost", "<b class=\"lane\">lost: </b>"),
                Wire::Odd => (" odd", ""),
                Wire::No => (" no", ""),
            };
            let text = escape(text);
            html += &format!(r#"<span class="arrow {way}{class}">{word}{text}</span>"#);
        }
    }
    html
}

fn provider(step: &Step) -> String {
    let who = match step.kind {
        Kind::Customer => r#"<span class="line who">the customer acts</span>"#,
        Kind::Time => r#"<span class="line who">by itself</span>"#,
        _ => "",
    };
    who.to_owned() + &lines(&step.provider, "")
}

fn ledger(step: &Step) -> String {
    let rows = step.ledger.iter().map(|movement| {
        let class = match (movement.is_again, movement.is_back) {
            (true, _) => " again",
            (false, true) => " returned",
            (false, false) => "",
        };
        format!(
            r#"<span class="money{class}">{}</span>"#,
            escape(&movement.text)
        )
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_cannot_write_markup() {
        assert_eq!(
            escape(r#"<a href="x" title='y'>&"#),
            "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;"
        );
    }
}
