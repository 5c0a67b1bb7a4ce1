#include "domain/storage/statement.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <deque>

#include "domain/core/check.hpp"
#include "domain/storage/pipeline.hpp"
#include "domain/storage/translated.hpp"

namespace domain::storage {

namespace {
const std::string unnamed; // SOCI keeps a reference to the name as well
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

    /// SOCI's own part for PostgreSQL; nothing else may be behind it.
    soci::postgresql_statement_backend& on_postgresql()
    {
        return *static_cast<soci::postgresql_statement_backend*>(statement.get_backend());
    }

    // Buffers before the statement, which refers to them. A deque's addresses stay.
    std::deque<Cell> in, out;
    std::deque<soci::indicator> in_null, out_null;
    soci::statement statement;
};

Statement::Statement(void* soci_session, Dialect dialect, std::string_view sql, const Arguments& in,
                     const Kinds& out)
    : in_(in)
{
    const auto spelled = spelled_for(dialect, sql, in);
    names_ = spelled.names;
    require_arguments(sql, in);
    translated([&] {
        bound_ = std::make_unique<Bound>(*static_cast<soci::session*>(soci_session));
        for (const auto& argument : in)
            if (argument.written.empty()) bound_->add_parameter(argument.kind);
        for (const auto kind : out)
            bound_->add_column(kind);
        bound_->statement.alloc();
        // Telling what failed, SOCI looks for the names that it would have numbered itself: where
        // there are none, a connection that died before this is out of range instead of gone.
        if (dialect == Dialect::postgresql)
            bound_->on_postgresql().names_.resize(spelled.parameters);
        bound_->statement.prepare(spelled.text);
        bound_->statement.define_and_bind();
    });
}

Statement::~Statement() = default;

void Statement::require_arguments(std::string_view sql, const Arguments& given) const
{
    if (given.size() != names_) {
        const auto invariant = std::to_string(names_) + " arguments, not " +
                               std::to_string(given.size()) + ", for " + std::string(sql);
        check(false, invariant.c_str());
    }
    if (std::ranges::equal(given, in_, {}, &Argument::written, &Argument::written)) return;
    const auto invariant = "other words are written into " + std::string(sql);
    check(false, invariant.c_str());
}

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

void Statement::send(Pipeline& pipeline)
{
    auto& b = *bound_;
    std::deque<std::string> numbers; // their addresses stay
    std::vector<const char*> values;
    values.reserve(b.in.size());
    for (const auto& cell : b.in) {
        const auto& text = cell.kind == Cell::Kind::integer
                               ? numbers.emplace_back(std::to_string(cell.integer))
                               : cell.text;
        values.push_back(cell.null ? nullptr : text.c_str());
    }
    pipeline.send(b.on_postgresql().statementName_, values);
}

void Statement::receive(const pg_result& rows, const std::function<void()>& row)
{
    auto& out = bound_->out;
    const int count = PQntuples(&rows);
    for (int at = 0; at < count; ++at) {
        for (int i = 0; i < static_cast<int>(out.size()); ++i) {
            auto& cell = out[static_cast<std::size_t>(i)];
            const std::string_view text(PQgetvalue(&rows, at, i),
                                        static_cast<std::size_t>(PQgetlength(&rows, at, i)));
            cell.null = PQgetisnull(&rows, at, i) == 1;
            if (cell.kind == Cell::Kind::text) {
                cell.text = text;
            } else if (!cell.null) {
                const auto read =
                    std::from_chars(text.data(), text.data() + text.size(), cell.integer);
                check(read.ec == std::errc(), "an integer column holds an integer");
            }
        }
        row();
    }
}

} // namespace domain::storage
