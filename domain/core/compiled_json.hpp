#pragma once

#include <nlohmann/json.hpp>

#include <string>

// What reads and writes JSON text is compiled once, in compiled_json.cpp, instead of in every file
// that says parse() or dump(): a third of such a file's time. Precompiled with the heavy headers;
// no file needs to include it.

// The same list twice, `extern` and not. NOLINTBEGIN: the arguments are a keyword and types.
#define ENTREMISE_JSON(word)                                                                       \
    word template class nlohmann::basic_json<>;                                                    \
    word template class nlohmann::detail::serializer<nlohmann::json>;                              \
    word template class nlohmann::detail::json_sax_dom_parser<nlohmann::json>;                     \
    word template class nlohmann::detail::json_sax_dom_callback_parser<nlohmann::json>;            \
    ENTREMISE_JSON_FROM(word, std::string::const_iterator)                                         \
    ENTREMISE_JSON_FROM(word, const char*)

#define ENTREMISE_JSON_FROM(word, iterator)                                                        \
    word template class nlohmann::detail::lexer<                                                   \
        nlohmann::json, nlohmann::detail::iterator_input_adapter<iterator>>;                       \
    word template class nlohmann::detail::parser<                                                  \
        nlohmann::json, nlohmann::detail::iterator_input_adapter<iterator>>;
// NOLINTEND

ENTREMISE_JSON(extern)
