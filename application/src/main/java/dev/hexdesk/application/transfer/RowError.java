package dev.hexdesk.application.transfer;

/**
 * What is wrong with one line of a file.
 *
 * @param line from 1
 * @param field the column; empty where the line as a whole is at fault
 * @param code what kind of fault it is, for programs
 * @param detail what would be right, for people
 */
public record RowError(long line, String field, String code, String detail) {}
