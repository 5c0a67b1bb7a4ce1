#include "domain/storage/session.hpp"

#include <cstring>
#include <stdexcept>
#include <unordered_map>

#include "domain/core/check.hpp"
#include "domain/storage/pipeline.hpp"
#include "domain/storage/translated.hpp"

namespace domain::storage {

namespace {

/// A server that is not there is noticed in seconds, whether it refuses, is silent, or was
/// pulled out of the network in the middle of an answer.
std::string with_time_limits(const std::string& url)
{
    auto text = url;
    for (const char* limit : {"connect_timeout=3", "tcp_user_timeout=10000"}) {
        const std::string name(limit, std::strchr(limit, '='));
        if (text.find(name) != std::string::npos) continue;
        text += (text.find('?') == std::string::npos ? '?' : '&') + std::string(limit);
    }
    return text;
}

/// SOCI reads its connection strings word by word, but for what stands in quotes.
std::string connection_to_file(const std::string& url)
{
    const auto path = url.substr(std::strlen("sqlite:"));
    if (path.find('"') != std::string::npos)
        throw std::runtime_error(path + ": a database's path has no double quote in it");
    return "dbname=\"" + path + "\" timeout=2";
}

} // namespace

struct Session::Connection {
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    soci::session soci;
    // After `soci`, so that the statements go before the connection does.
    std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> statements;
};

Session::Session(std::string url)
    : url_(std::move(url)),
      dialect_(url_.starts_with("sqlite:") ? Dialect::sqlite : Dialect::postgresql)
{
    open();
}

Session::~Session() = default;

void Session::open()
{
    connection_.reset();
    auto fresh = std::make_unique<Connection>();
    translated([&] {
        if (dialect_ == Dialect::sqlite) {
            fresh->soci.open(soci::sqlite3, connection_to_file(url_));
            for (const char* pragma :
                 {"journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON",
                  "secure_delete = ON", "trusted_schema = OFF"}) {
                fresh->soci << std::string("PRAGMA ") + pragma;
            }
        } else {
            fresh->soci.open(soci::postgresql, with_time_limits(url_));
            for (const char* setting :
                 {"statement_timeout = '15s'", "lock_timeout = '5s'",
                  "idle_in_transaction_session_timeout = '30s'", "client_min_messages = warning"}) {
                fresh->soci << std::string("SET ") + setting;
            }
        }
    });
    connection_ = std::move(fresh);
}

Statement& Session::prepared(std::string_view sql, const Arguments& in, const Kinds& out)
{
    if (tripwire_ != nullptr) tripwire_->before(sql);
    if (!connection_) open();
    auto found = connection_->statements.find(sql);
    if (found != connection_->statements.end() && found->second->has_failed()) {
        connection_->statements.erase(found);
        found = connection_->statements.end();
    }
    if (found != connection_->statements.end()) {
        found->second->require_arguments(sql, in);
    } else {
        auto statement = std::make_unique<Statement>(&connection_->soci, dialect_, sql, in, out);
        found = connection_->statements.emplace(std::string(sql), std::move(statement)).first;
    }
    return *found->second;
}

void Session::run_both(Statement& first, const std::function<void()>& on_first, Statement& second,
                       const std::function<void()>& on_second)
{
    check(&first != &second, "a statement's buffers hold one answer at a time");
    if (dialect_ == Dialect::sqlite) {
        first.run(on_first);
        second.run(on_second);
        return;
    }
    try {
        translated([&] {
            auto* backend = connection_->soci.get_backend();
            Pipeline pipeline(static_cast<soci::postgresql_session_backend*>(backend)->conn_);
            first.send(pipeline);
            second.send(pipeline);
            pipeline.flush();
            first.receive(*pipeline.take(), on_first);
            second.receive(*pipeline.take(), on_second);
            pipeline.finish();
        });
    } catch (...) {
        drop(); // in the middle of the conversation; the next use opens anew
        throw;
    }
}

void Session::execute(const std::string& sql)
{
    if (tripwire_ != nullptr) tripwire_->before(sql);
    if (!connection_) open();
    translated([&] { connection_->soci << sql; });
    if (tripwire_ != nullptr) tripwire_->after(sql);
}

void Session::roll_back()
{
    if (dialect_ == Dialect::sqlite && connection_) {
        const auto* backend =
            static_cast<soci::sqlite3_session_backend*>(connection_->soci.get_backend());
        if (sqlite_api::sqlite3_get_autocommit(backend->conn_) != 0) return;
    }
    execute("ROLLBACK");
}

void Session::drop()
{
    connection_.reset();
}

} // namespace domain::storage
