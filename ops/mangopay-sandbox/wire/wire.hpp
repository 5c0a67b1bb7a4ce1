#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <exception>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/message.hpp"

namespace mangopay_sandbox {

/// One request to the API, free of transport: the simulator makes them without a network.
struct Call {
    std::string method;
    std::vector<std::pair<std::string, std::string>> captured;
    std::vector<std::pair<std::string, std::string>> query;
    std::string body;

    const std::string& capture(std::string_view name) const;
    /// Names of query parameters are compared without case: the official clients differ.
    std::optional<std::string> parameter(std::string_view name) const;
};

struct Answer {
    int status = 200;
    std::string body;
    std::vector<api::http::Header> headers;
    std::string content_type = "application/json; charset=utf-8";
};

Answer answer(const nlohmann::json& body, int status = 200);

/// "Sun, 22 Nov 2026 10:15:00 GMT": the Date of an answer given `seconds` after 1970.
std::string http_date(std::int64_t seconds);

/// The document without what only the stand-in may know.
nlohmann::json shown(const nlohmann::json& document);

using Complaints = std::vector<std::pair<std::string, std::string>>;

/// How an error names its fields: the older services say "errors", recipients and refunds "Errors".
enum class Spelling : std::uint8_t { errors, capital_errors };

/// An error of Mangopay's: HTTP 4xx. A refused movement of money is not one.
class Rejected : public std::exception {
public:
    Rejected(int status, std::string type, std::string message, Complaints complaints = {},
             Spelling spelling = Spelling::errors);

    /// An answer that fits no pattern and keeps what was done: the 401 that asks for
    /// authentication has no body, and opened a session.
    explicit Rejected(Answer answer);
    bool keeps_changes() const { return type_.empty(); }

    /// `seconds` is the time shown in the body.
    Answer answer(std::int64_t seconds) const;
    const char* what() const noexcept override { return message_.c_str(); }

private:
    std::string type_;
    std::string message_;
    Complaints complaints_;
    Spelling spelling_ = Spelling::errors;
    Answer answer_;
};

Rejected param_error(Complaints complaints, Spelling spelling = Spelling::errors);
Rejected unknown_resource(std::string_view what, std::string_view id);

struct Funds {
    std::string currency;
    std::int64_t amount = 0; // minor units
};
nlohmann::json shown(const Funds& funds);
Funds funds_of(const nlohmann::json& money);

/// The member, or "" where it is missing, null or no text.
std::string text_of(const nlohmann::json& object, const char* key);

struct Length {
    std::size_t min = 1;
    std::size_t max = 255;
};

/// Reads an object and collects every complaint before refusing. Paths use dots.
class Fields {
public:
    explicit Fields(const Call& call, Spelling spelling = Spelling::errors);
    explicit Fields(const nlohmann::json& object, Spelling spelling = Spelling::errors);
    ~Fields();

    const nlohmann::json* at(std::string_view path) const; // nullptr when missing or null
    std::string text(std::string_view path, Length length = {});
    std::string text_or(std::string_view path, std::string_view otherwise, Length length = {});
    std::string one_of(std::string_view path, std::initializer_list<std::string_view> allowed,
                       std::string_view otherwise = "");
    std::int64_t integer(std::string_view path);
    bool flag(std::string_view path) const; // missing is false
    Funds funds(std::string_view path, std::int64_t min);

    void complain(std::string_view path, std::string_view message);
    /// Throws param_error when there was anything to complain about.
    void finish() const;

private:
    std::unique_ptr<nlohmann::json> object_;
    Complaints complaints_;
    Spelling spelling_;
};

} // namespace mangopay_sandbox
