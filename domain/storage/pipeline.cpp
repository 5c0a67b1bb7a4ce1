#include "domain/storage/pipeline.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

namespace domain::storage {

void Pipeline::Free::operator()(pg_result* result) const
{
    PQclear(result);
}

Pipeline::Pipeline(pg_conn* connection) : connection_(connection)
{
    if (PQenterPipelineMode(connection_) != 1) fail(nullptr);
}

void Pipeline::send(const std::string& prepared, const std::vector<const char*>& values)
{
    const auto count = static_cast<int>(values.size());
    const int sent = PQsendQueryPrepared(connection_, prepared.c_str(), count, values.data(),
                                         nullptr, nullptr, 0);
    if (sent != 1) fail(nullptr);
}

void Pipeline::flush()
{
    if (PQpipelineSync(connection_) != 1) fail(nullptr);
}

Pipeline::Result Pipeline::take()
{
    Result rows(PQgetResult(connection_));
    if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK) fail(rows.get());
    const Result end_of_statement(PQgetResult(connection_));
    return rows;
}

void Pipeline::finish()
{
    const Result sync(PQgetResult(connection_));
    if (PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC || PQexitPipelineMode(connection_) != 1) {
        fail(sync.get());
    }
}

void Pipeline::fail(const pg_result* result) const
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* message =
        result != nullptr ? PQresultErrorMessage(result) : PQerrorMessage(connection_);
    throw soci::postgresql_soci_error(message, state != nullptr ? state : "");
}

} // namespace domain::storage
