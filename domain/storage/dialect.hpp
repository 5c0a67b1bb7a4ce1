#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/storage/cell.hpp"

namespace domain::storage {

enum class Dialect : std::uint8_t { sqlite, postgresql };

/// A statement's text with numbered parameters, how many names it had, and how many of them became
/// a parameter.
struct Spelled {
    std::string text;
    std::size_t names = 0;
    std::size_t parameters = 0;
};

/// Our one SQL text as `dialect` wants it. Placeholders: `:name` is one parameter however often
/// it stands there, numbered by its first appearance, unless `arguments` have it written; literals
/// and `::type` casts stay, comments go. `FOR UPDATE [SKIP LOCKED]` is dropped for SQLite, which
/// has a single writer.
Spelled spelled_for(Dialect dialect, std::string_view sql, const Arguments& arguments = {});

/// A migration's text: for SQLite, BIGINT becomes INTEGER and every table STRICT. By our
/// convention a table's closing `);` stands alone on its line.
std::string ddl_for(Dialect dialect, std::string_view ddl);

} // namespace domain::storage
