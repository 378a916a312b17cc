using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ishenim.Core.Storage.Migrations;

/// <summary>Who asks to see a name, and who approves (docs/adr/0026).</summary>
[DbContext(typeof(IshenimDb))]
[Migration("0017_IdentityRequests")]
internal sealed class NameRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("IdentityRequests", table => new
        {
            School = table.Column<Guid>(),
            Id = table.Column<Guid>(),
            Appeal = table.Column<Guid>(),
            Requester = table.Column<Guid>(),
            Approver = table.Column<Guid>(),
            Reason = table.Column<int>(),
            State = table.Column<int>(),
            AskedOn = table.Column<DateOnly>(),
            DecidedOn = table.Column<DateOnly>(nullable: true),
            Text = table.Column<byte[]>(),
            KeyForApprover = table.Column<byte[]>(),
            KeyForRequester = table.Column<byte[]>(),
            Version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_IdentityRequests", row => new { row.School, row.Id });
            table.ForeignKey("FK_IdentityRequests_Appeals_School_Appeal", row => new { row.School, row.Appeal }, "Appeals", ["School", "Id"], onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_IdentityRequests_School_Appeal", "IdentityRequests", ["School", "Appeal"]);
        migrationBuilder.CreateIndex("IX_IdentityRequests_School_Approver", "IdentityRequests", ["School", "Approver"]);
    }
}
