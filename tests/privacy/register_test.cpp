#include "domain/storage/files.hpp"
#include "ops/assets/register.hpp"
#include "tests/privacy/leaving.hpp"

namespace tests {

namespace {

class LiveRegister : public Leaving {
protected:
    std::vector<std::string> faults() { return ops::register_faults(db, vault); }

    void add_column()
    {
        domain::storage::Session(databases.data)
            .execute("ALTER TABLE mail_preferences ADD COLUMN favourite_colour TEXT");
    }
};

TEST_F(LiveRegister, NamesEveryColumnOfBothDatabasesAndNoOther)
{
    given_a_deal(); // and every kind of file that comes about
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(LiveRegister, FindsAColumnNobodyRegistered)
{
    add_column();
    EXPECT_EQ(faults(), std::vector<std::string>{
                            "mail_preferences.favourite_colour (data) is not in the register"});
}

TEST_F(LiveRegister, FindsAKindOfFileNobodyRegistered)
{
    db.transaction([](domain::Transaction& tx) {
        domain::storage::put_file(tx, domain::FileId::fresh(tx.now),
                                  domain::AccountId::fresh(tx.now),
                                  {"passport_scan", "image/png", "pixels"});
    });
    EXPECT_EQ(faults(),
              std::vector<std::string>{"files:passport_scan (data) is not in the register"});
}

/// What is registered as sealed is sealed: whoever reads the database without keys reads nothing.
TEST_F(LiveRegister, SealedColumnsHoldNothingElse)
{
    given_a_deal();
    const auto known = ops::known_register();
    std::int64_t sealed = 0;
    for (const auto& entry : known.entries()) {
        if (entry.database != "data" || entry.stored != domain::policy::Stored::sealed) continue;
        const auto values = db.read([&](domain::Transaction& tx) {
            return tx.all<std::string>("SELECT " + entry.column + " FROM " + entry.table +
                                       " WHERE " + entry.column + " IS NOT NULL");
        });
        for (const auto& value : values) {
            if (value.empty()) continue; // nothing was known, or it was forgotten
            const auto bytes = domain::from_base64(value);
            const bool has_format = bytes && bytes->size() > 50 && bytes->front() == 1 &&
                                    domain::is_suffix(std::string_view(*bytes).substr(1, 26));
            EXPECT_TRUE(has_format) << entry.table << "." << entry.column;
            ++sealed;
        }
    }
    EXPECT_GT(sealed, 20);
}

} // namespace

} // namespace tests
