#include "api/site/parts/notice.hpp"

namespace api::site::parts {

void NoticeView::shown(frame::Dictionary& into) const
{
    into.when("NEUTRAL", tone == Tone::neutral);
    into.when("GOOD", tone == Tone::good);
    into.when("WARNING", tone == Tone::warning);
    into.when("BAD", tone == Tone::bad);
    into.sentence("SENTENCE", sentence);
    into.text("WORDS", words);
}

} // namespace api::site::parts
