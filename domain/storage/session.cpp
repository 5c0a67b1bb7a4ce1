#include "domain/storage/session.hpp"

#include <cstring>
#include <deque>
#include <unordered_map>

#include "domain/storage/translated.hpp"

namespace domain::storage {

namespace {

const std::string unnamed; // SOCI keeps a reference to the name as well

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

} // namespace

struct Statement::Bound {
    explicit Bound(soci::session& session) : statement(session) {}

    void add_parameter(Cell::Kind kind)
    {
        auto& cell = in.emplace_back();
        auto& null = in_null.emplace_back(soci::i_ok);
        cell.kind = kind;
        if (kind == Cell::Kind::integer) {
            statement.exchange(soci::use(cell.integer, null, unnamed));
        } else {
            statement.exchange(soci::use(cell.text, null, unnamed));
        }
    }
    void add_column(Cell::Kind kind)
    {
        auto& cell = out.emplace_back();
        auto& null = out_null.emplace_back(soci::i_ok);
        cell.kind = kind;
        if (kind == Cell::Kind::integer) {
            statement.exchange(soci::into(cell.integer, null));
        } else {
            statement.exchange(soci::into(cell.text, null));
        }
    }

    // Buffers before the statement, which refers to them. A deque's addresses stay.
    std::deque<Cell> in, out;
    std::deque<soci::indicator> in_null, out_null;
    soci::statement statement;
};

Statement::Statement(void* soci_session, Dialect dialect, std::string_view sql, const Kinds& in,
                     const Kinds& out)
{
    translated([&] {
        bound_ = std::make_unique<Bound>(*static_cast<soci::session*>(soci_session));
        for (const auto kind : in)
            bound_->add_parameter(kind);
        for (const auto kind : out)
            bound_->add_column(kind);
        bound_->statement.alloc();
        bound_->statement.prepare(spelled_for(dialect, sql));
        bound_->statement.define_and_bind();
    });
}

Statement::~Statement() = default;

Cell& Statement::parameter(std::size_t index)
{
    return bound_->in.at(index);
}

const Cell& Statement::column(std::size_t index) const
{
    return bound_->out.at(index);
}

long long Statement::run(const std::function<void()>& row)
{
    failed_ = true; // until it has not
    return translated([&] {
        auto& b = *bound_;
        for (std::size_t i = 0; i < b.in.size(); ++i) {
            b.in_null[i] = b.in[i].null ? soci::i_null : soci::i_ok;
        }
        bool more = b.statement.execute(true);
        const auto affected = b.statement.get_affected_rows();
        while (more && !b.out.empty()) {
            for (std::size_t i = 0; i < b.out.size(); ++i) {
                b.out[i].null = b.out_null[i] == soci::i_null;
            }
            row();
            more = b.statement.fetch();
        }
        failed_ = false;
        return affected;
    });
}

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
            fresh->soci.open(soci::sqlite3, "dbname=" + url_.substr(7) + " timeout=2");
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

Statement& Session::prepared(std::string_view sql, const Kinds& in, const Kinds& out)
{
    if (!connection_) open();
    auto found = connection_->statements.find(sql);
    if (found != connection_->statements.end() && found->second->has_failed()) {
        connection_->statements.erase(found);
        found = connection_->statements.end();
    }
    if (found == connection_->statements.end()) {
        auto statement = std::make_unique<Statement>(&connection_->soci, dialect_, sql, in, out);
        found = connection_->statements.emplace(std::string(sql), std::move(statement)).first;
    }
    return *found->second;
}

void Session::execute(const std::string& sql)
{
    if (!connection_) open();
    translated([&] { connection_->soci << sql; });
}

void Session::drop()
{
    connection_.reset();
}

} // namespace domain::storage
