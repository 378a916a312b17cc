using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ishenim.Core.Appeals;

/// <summary>Names a letter; random, so that it tells neither when it came nor in which order.</summary>
public readonly record struct AppealId(Guid Value)
{
    public static AppealId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString();

    internal sealed class Converter() : ValueConverter<AppealId, Guid>(id => id.Value, value => new AppealId(value));
}
