//! The batch door: one JSON request a line in, one answer a line out, in constant memory.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::time::Instant;

use anyhow::Context;
use serde_json::{Value, json};

use super::voice::{Voice, since};
use super::{Outcome, pipe};
use crate::text::{Message, Texts};

/// The longest line that is read, in bytes.
const LONGEST: usize = 16 << 20;

/// What a line is before it is looked into.
enum Line {
    Whole,
    TooLong,
    End,
}

/// The name and value of an answer, or what is wrong with the request.
pub type Reply = Result<(&'static str, Value), Value>;

/// Answers each line of standard input on standard output until it ends.
///
/// # Errors
///
/// Standard input cannot be read, or standard output cannot be written. A bad line is no error.
pub fn answer(voice: Voice, reply: impl Fn(&Value) -> Reply) -> Outcome {
    let (texts, begun) = (voice.texts, Instant::now());
    let input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut lines = 0;
    let answered = each_line(input, io::stdout().lock(), |line| {
        lines += 1;
        respond(line, texts, &reply)
    });
    pipe(answered).with_context(|| texts.get("batch-io"))?;
    voice.detail(&Message::new("voice-batch").with("lines", lines).with("ms", since(begun)));
    Ok(true)
}

/// What is wrong with a line before anyone looks at what it asks.
pub fn bad_line(texts: &Texts, message: &Message) -> Value {
    json!({"code": "E_LINE", "message": texts.say(message)})
}

/// A line lacks the field that holds what is asked.
pub fn lacks(field: &'static str, texts: &Texts) -> Value {
    bad_line(texts, &Message::new("batch-object").with("field", field))
}

/// Writes what `reply` makes of each line; flushes whenever it would have to wait for input.
fn each_line<R: io::Read>(mut input: BufReader<R>, output: impl Write, mut reply: impl FnMut(Result<&[u8], Message>) -> Value) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut line = Vec::new();
    loop {
        let answer = match read_line(&mut input, &mut line)? {
            Line::End => return output.flush(),
            Line::Whole if line.trim_ascii().is_empty() => continue,
            Line::Whole => reply(Ok(&line)),
            Line::TooLong => reply(Err(Message::new("batch-long").with("limit", LONGEST >> 20))),
        };
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
}

/// Reads a line into `line`; of one that is too long nothing is kept.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Line> {
    line.clear();
    let (mut begun, mut too_long) = (false, false);
    loop {
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if chunk.is_empty() {
            return Ok(match (begun, too_long) {
                (false, _) => Line::End,
                (true, true) => Line::TooLong,
                (true, false) => Line::Whole,
            });
        }
        begun = true;
        let end = chunk.iter().position(|b| *b == b'\n');
        let piece = &chunk[..end.unwrap_or(chunk.len())];
        if too_long || line.len() + piece.len() > LONGEST {
            too_long = true;
            *line = Vec::new();
        } else {
            line.extend_from_slice(piece);
        }
        let used = end.map_or(chunk.len(), |at| at + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(if too_long { Line::TooLong } else { Line::Whole });
        }
    }
}

/// The answer to one line, with the `id` it came with; `null` where none could be read.
fn respond(line: Result<&[u8], Message>, texts: &Texts, reply: impl Fn(&Value) -> Reply) -> Value {
    let mut request = match line.and_then(read_json) {
        Ok(request) => request,
        Err(message) => return json!({"id": null, "error": bad_line(texts, &message)}),
    };
    let id = request.get_mut("id").map(Value::take).unwrap_or_default();
    let (name, value) = reply(&request).unwrap_or_else(|error| ("error", error));
    json!({"id": id, name: value})
}

fn read_json(line: &[u8]) -> Result<Value, Message> {
    let line = std::str::from_utf8(line).map_err(|_| Message::new("batch-utf8"))?;
    serde_json::from_str(line.trim_start_matches('\u{feff}')).map_err(|error| Message::new("batch-json").with("why", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<String> {
        let mut output = Vec::new();
        let size = |line: Result<&[u8], Message>| line.map_or(Value::from(-1), |l| Value::from(l.len()));
        each_line(BufReader::with_capacity(7, input), &mut output, size).unwrap();
        String::from_utf8(output).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn each_line_has_an_answer_and_empty_ones_have_none() {
        assert_eq!(lines(b"12345\n\n  \n123456789012\nlast"), ["5", "12", "4"]);
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn a_line_too_long_is_refused_and_the_next_goes_on() {
        let mut input = vec![b'x'; LONGEST + 9];
        input.extend(b"\nnext\n");
        assert_eq!(lines(&input), ["-1", "4"]);
    }
}
