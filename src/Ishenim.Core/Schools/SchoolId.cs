using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Schools;

/// <summary>Names a school; random, so that it tells nothing.</summary>
public readonly record struct SchoolId(Guid Value)
{
    public static SchoolId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<SchoolId, Guid>(id => id.Value, value => new SchoolId(value));
}
