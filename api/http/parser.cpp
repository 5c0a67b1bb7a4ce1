#include "api/http/parser.hpp"

#include <type_traits>
#include <utility>

namespace api::http {

namespace {

constexpr std::string_view head_end = "\r\n\r\n";

/// The start of a head need not be waited for when it cannot become one: TLS on this port,
/// lines that end in LF only, NULs.
bool can_be_head(std::string_view bytes, std::size_t from)
{
    for (std::size_t i = from; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte == '\n' && (i == 0 || bytes[i - 1] != '\r')) return false;
        if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') return false;
    }
    return true;
}

/// Empty lines before a request line are forgiven (RFC 9112, 2.2).
template <typename Text>
void skip_empty_lines(Text& text)
{
    while (text.starts_with("\r\n")) {
        if constexpr (std::is_same_v<Text, std::string>) {
            text.erase(0, 2);
        } else {
            text.remove_prefix(2);
        }
    }
}

} // namespace

Parser::Step Parser::read(std::string_view& input)
{
    switch (place_) {
    case Place::head: return read_start(input);
    case Place::body: return read_body(input);
    case Place::chunks: return read_chunks(input);
    case Place::refused: break;
    }
    return Step::trouble;
}

Head Parser::take_head()
{
    chunks_ = {};
    has_head_ = false;
    return std::exchange(head_, {});
}

Parser::Step Parser::read_start(std::string_view& input)
{
    if (!start_.empty()) return read_more_of_start(input);
    skip_empty_lines(input);
    const std::size_t end = input.find(head_end);
    if (end == std::string_view::npos)
        return input.empty() ? Step::more : read_more_of_start(input);
    const std::string_view bytes = input.substr(0, end + head_end.size());
    if (bytes.size() > head_max) return refuse(Trouble::headers_too_large);
    input.remove_prefix(bytes.size());
    return understand(bytes);
}

Parser::Step Parser::read_more_of_start(std::string_view& input)
{
    const std::size_t before = start_.size();
    const std::string_view added = input.substr(0, head_max + 1 - before);
    start_.append(added);
    if (before < 2) skip_empty_lines(start_);
    const std::size_t from = before < head_end.size() ? 0 : before - (head_end.size() - 1);
    const std::size_t end = start_.find(head_end, from);
    if (end == std::string::npos) {
        if (!can_be_head(start_, from)) return refuse(Trouble::malformed);
        if (start_.size() > head_max) return refuse(Trouble::headers_too_large);
        input = {};
        return Step::more;
    }
    if (end + head_end.size() > head_max) return refuse(Trouble::headers_too_large);
    const std::size_t beyond = start_.size() - (end + head_end.size());
    input.remove_prefix(added.size() - beyond);
    start_.resize(end + head_end.size());
    const std::string bytes = std::exchange(start_, {});
    return understand(bytes);
}

Parser::Step Parser::understand(std::string_view bytes)
{
    if (auto trouble = read_head(bytes, head_)) return refuse(*trouble);
    has_head_ = true;
    place_ = head_.framing.chunked ? Place::chunks : Place::body;
    return Step::head;
}

Parser::Step Parser::read_body(std::string_view& input)
{
    if (head_.framing.length > body_max_) return refuse(Trouble::too_large);
    std::string& body = head_.request.body;
    const std::string_view piece = input.substr(0, head_.framing.length - body.size());
    body.append(piece);
    input.remove_prefix(piece.size());
    if (body.size() < head_.framing.length) return Step::more;
    place_ = Place::head;
    return Step::request;
}

Parser::Step Parser::read_chunks(std::string_view& input)
{
    switch (chunks_.read(input, head_.request.body, body_max_)) {
    case Chunks::Step::more: return Step::more;
    case Chunks::Step::done: place_ = Place::head; return Step::request;
    case Chunks::Step::malformed: return refuse(Trouble::malformed);
    case Chunks::Step::too_large: break;
    }
    return refuse(Trouble::too_large);
}

Parser::Step Parser::refuse(Trouble why)
{
    place_ = Place::refused;
    trouble_ = why;
    return Step::trouble;
}

} // namespace api::http
