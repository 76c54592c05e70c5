"""The kinds of fault that reading any YAML file can find: the one place where their ids stand."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Ids of the diagnostics of this package, from the file as a whole down to one value."""

    # the file
    NO_LIBYAML = "no-libyaml"
    MISSING_FILE = "missing-file"
    NOT_A_FILE = "not-a-file"
    DATA_FILE = "data-file"
    UNREADABLE_FILE = "unreadable-file"
    OUTSIDE_FOLDER = "outside-folder"
    FILE_TOO_LARGE = "file-too-large"
    WRONG_ENCODING = "wrong-encoding"
    NOT_TEXT = "not-text"
    CONTROL_CHARACTER = "control-character"
    EMPTY_FILE = "empty-file"
    SEVERAL_DOCUMENTS = "several-documents"
    TOO_DEEP = "too-deep"
    TOO_MANY_VALUES = "too-many-values"

    # its YAML
    UNQUOTED_BRACES = "unquoted-braces"
    UNQUOTED_COLON = "unquoted-colon"
    UNQUOTED_COMMA = "unquoted-comma"
    UNQUOTED_HASH = "unquoted-hash"
    UNQUOTED_SIGN = "unquoted-sign"
    TEXT_AFTER_QUOTES = "text-after-quotes"
    UNCLOSED_QUOTES = "unclosed-quotes"
    UNKNOWN_ESCAPE = "unknown-escape"
    UNCLOSED_BRACKET = "unclosed-bracket"
    UNOPENED_BRACKET = "unopened-bracket"
    TAB = "tab"
    ODD_SPACE = "odd-space"
    ODD_QUOTES = "odd-quotes"
    ODD_HYPHEN = "odd-hyphen"
    MISSING_COLON = "missing-colon"
    INDENTATION = "indentation"
    YAML_SYNTAX = "yaml-syntax"
    TAG = "tag"
    UNUSED_ANCHOR = "unused-anchor"
    UNKNOWN_ALIAS = "unknown-alias"

    # its keys
    DUPLICATE_KEY = "duplicate-key"
    KEY_NOT_TEXT = "key-not-text"
    KEY_WITHOUT_VALUE = "key-without-value"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    MALFORMED_ID = "malformed-id"

    # its values
    WRONG_TYPE = "wrong-type"
    EMPTY_VALUE = "empty-value"
    UNKNOWN_VALUE = "unknown-value"
    LINE_BREAK = "line-break"
    LONG_TEXT = "long-text"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    DECIMAL_COMMA = "decimal-comma"
    PERCENT_SIGN = "percent-sign"
    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    OUT_OF_RANGE = "out-of-range"
    UNKNOWN_FORMAT = "unknown-format"
    UNKNOWN_LANGUAGE = "unknown-language"
    MISSING_LANGUAGE = "missing-language"


FIRST_LINE = "write `format: 1` in the first line"
"""The hint of a file without a `format`."""
