#include "tests/http/transcript.hpp"

#include <algorithm>

#include "api/http/parser.hpp"

namespace tests::http {

namespace {

using api::http::Parser;

std::string line(const api::http::Head& head)
{
    const auto& [request, framing] = head;
    std::string told = request.method + " " + request.path;
    for (const auto& [key, value] : request.query) {
        told += told.ends_with(']') ? "" : " ";
        told += "[" + key + "=" + value + "]";
    }
    for (const auto& [name, value] : request.headers)
        told += " " + name + "=" + value;
    if (!request.body.empty()) told += " body=" + request.body;
    return told + (framing.keep_alive ? "\n" : " closing\n");
}

int status(api::http::Trouble trouble)
{
    if (trouble == api::http::Trouble::malformed) return 400;
    return trouble == api::http::Trouble::too_large ? 413 : 431;
}

/// False when the parser has refused and reads no more.
bool feed(Parser& parser, std::string_view piece, std::string& told)
{
    for (;;) {
        switch (parser.read(piece)) {
        case Parser::Step::more: return true;
        case Parser::Step::head: parser.allow_body(1000); break;
        case Parser::Step::request: told += line(parser.take_head()); break;
        case Parser::Step::trouble:
            told += "refused " + std::to_string(status(parser.trouble())) + "\n";
            return false;
        }
    }
}

} // namespace

std::string transcript(std::string_view bytes, const std::vector<std::size_t>& pieces)
{
    Parser parser;
    std::string told;
    for (std::size_t i = 0; !bytes.empty(); ++i) {
        const std::size_t size = pieces.empty() ? bytes.size() : pieces.at(i % pieces.size());
        const std::string_view piece = bytes.substr(0, size);
        bytes.remove_prefix(piece.size());
        if (!feed(parser, piece, told)) break;
    }
    return told;
}

} // namespace tests::http
