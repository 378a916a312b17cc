using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ishenim.Core.Storage;

/// <summary>
/// A key with which ASP.NET Core protects its cookies and forms, shared by all nodes. It opens no letter; no backup
/// holds it: after a restore everybody signs in anew.
/// </summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> builder)
        {
            builder.ToTable("ProtectionKeys");
            builder.HasKey(key => key.Name);
            builder.Property(key => key.Name).HasMaxLength(100);
        }
    }
}
