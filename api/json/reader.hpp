#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace api {

/// Bounds of a text, in code points; `lines` allows line breaks.
struct Bounds {
    std::size_t least = 1;
    std::size_t most = 200;
    bool lines = false;
};

/// Reads a JSON object field by field, collects every complaint, and throws them together at
/// finish(): invalid_fields (422) names all wrong, missing and unknown fields at once.
/// Readings of a wrong field are harmless defaults; nothing may be done before finish().
class Reader {
public:
    explicit Reader(const nlohmann::json& object);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    std::string text(std::string_view field, Bounds bounds);
    std::optional<std::string> maybe_text(std::string_view field, Bounds bounds);
    std::int64_t integer(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> maybe_integer(std::string_view field, std::int64_t least,
                                              std::int64_t most);
    bool flag(std::string_view field, bool otherwise);
    std::string choice(std::string_view field, const std::vector<std::string_view>& allowed);
    std::optional<std::string> maybe_choice(std::string_view field,
                                            const std::vector<std::string_view>& allowed);
    /// The value of an enum whose word stands there.
    template <typename Enum>
    Enum choice(std::string_view field, const domain::Words<Enum>& words)
    {
        return *words.parse(choice(field, words.names()));
    }
    template <typename Enum>
    std::optional<Enum> maybe_choice(std::string_view field, const domain::Words<Enum>& words)
    {
        const auto word = maybe_choice(field, words.names());
        return word ? words.parse(*word) : std::nullopt;
    }
    /// "2026-11-30"; from 2000 on, before which nothing here can have happened.
    std::optional<domain::Day> maybe_day(std::string_view field);
    /// {"amount": 12300, "currency": "EUR"}, amount within least..most minor units.
    domain::Money money(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<domain::Money> maybe_money(std::string_view field, std::int64_t least,
                                             std::int64_t most);
    std::vector<std::string> texts(std::string_view field, std::size_t most, Bounds each);

    /// Reads the object at `field` with `read`; says whether it was there.
    bool object(std::string_view field, const std::function<void(Reader&)>& read);
    /// Reads each object of the array at `field`; refuses fewer than least or more than most.
    void list(std::string_view field, std::size_t least, std::size_t most,
              const std::function<void(Reader&)>& read);

    /// Adds a complaint of the caller's own about `field`.
    void complain(std::string_view field, domain::Say message);
    /// Adds a rule's complaints, by full path; not those about a field that is wrong already.
    void complain_of(const std::vector<domain::FieldError>& wrong);
    bool has(std::string_view field) const;                       // present and not null
    void known(std::string_view field) { known_.emplace(field); } // the caller reads it itself

    /// Throws Refused(invalid_fields) when there was any complaint.
    void finish();

private:
    struct Complaints;
    Reader(const nlohmann::json& object, std::string path, std::shared_ptr<Complaints> complaints);

    const nlohmann::json* find(std::string_view field);
    void unknown_fields();
    std::string path_of(std::string_view field) const;

    const nlohmann::json& object_;
    std::string path_;
    std::set<std::string, std::less<>> known_;
    std::shared_ptr<Complaints> complaints_;
};

} // namespace api
