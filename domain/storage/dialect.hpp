#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace domain::storage {

enum class Dialect : std::uint8_t { sqlite, postgresql };

/// Our one SQL text as `dialect` wants it. Placeholders: every occurrence of `:name` is a
/// parameter of its own, bound in order of appearance. `FOR UPDATE [SKIP LOCKED]` is dropped
/// for SQLite, which has a single writer.
std::string spelled_for(Dialect dialect, std::string_view sql);

/// A migration's text: for SQLite, BIGINT becomes INTEGER and every table STRICT. By our
/// convention a table's closing `);` stands alone on its line.
std::string ddl_for(Dialect dialect, std::string_view ddl);

} // namespace domain::storage
