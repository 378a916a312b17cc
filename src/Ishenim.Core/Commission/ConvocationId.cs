using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Commission;

/// <summary>Names a convocation.</summary>
public readonly record struct ConvocationId(Guid Value)
{
    public static ConvocationId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<ConvocationId, Guid>(id => id.Value, value => new ConvocationId(value));
}
