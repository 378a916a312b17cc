using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>The open letters in the register's order, so that its unread ones are found without sorting them all.</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0020_OpenLetters")]
internal sealed class OpenLetters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex(
        "IX_Appeals_Open", "Appeals", ["School", "RegisterPlace"], filter: "\"Facts_State\" IN (1, 2, 3) OR \"WrittenAfterClosing\" IS NOT NULL");
}
