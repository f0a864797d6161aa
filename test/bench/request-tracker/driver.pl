#!/usr/bin/perl
# Request Tracker without its web layer: one JSON command a line in, one JSON answer a line out. Only the calls of Request Tracker's own
# API are inside the clock; parsing the command and writing the answer are not.
use strict;
use warnings;
use utf8;

use Encode ();
use JSON   ();
use MIME::Entity;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC CLOCK_PROCESS_CPUTIME_ID);
use RT -init;

# Whatever a library prints must not end up between the answers.
open( my $answers, '>&', \*STDOUT ) or die "cannot keep standard output: $!";
open( STDOUT,      '>&', \*STDERR ) or die "cannot move standard output: $!";
select( ( select($answers), $| = 1 )[0] );

my $json = JSON->new->utf8->canonical;
my $agent;

my %operations = (
    hello   => sub { return { version => $RT::VERSION, perl => "$^V" } },
    prepare => \&prepare,
    sign_in => \&sign_in,
    list    => \&list,
    search  => \&search,
    open    => \&open_ticket,
    reply   => \&reply,
    create  => \&create,
    flush   => \&flush_statistics,
);

while ( my $line = <STDIN> ) {
    my $command = $json->decode($line);
    my $answer  = eval {
        my $operation = $operations{ $command->{operation} } or die "there is no operation $command->{operation}\n";
        # What the operation needs but a request would already hold, such as the text as a MIME entity, is made before the clock starts.
        $command->{entity} = entity_of( $command->{text} ) if defined $command->{text};
        my $cpu     = clock_gettime(CLOCK_PROCESS_CPUTIME_ID);
        my $started = clock_gettime(CLOCK_MONOTONIC);
        my $result  = $operation->($command);
        $result->{milliseconds}    = ( clock_gettime(CLOCK_MONOTONIC) - $started ) * 1000;
        $result->{cpuMilliseconds} = ( clock_gettime(CLOCK_PROCESS_CPUTIME_ID) - $cpu ) * 1000;
        $result;
    } || { error => "$@" };
    print {$answers} $json->encode($answer), "\n";
}

sub entity_of {
    my ($text) = @_;
    return MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => [ Encode::encode( 'UTF-8', $text ) ] );
}

# Queues, agents, and a group of agents with the rights an agent needs everywhere, all through the API.
sub prepare {
    my ($command) = @_;
    my @queues = map {
        my $queue = RT::Queue->new( RT->SystemUser );
        my ( $id, $message ) = $queue->Create( Name => $_ );
        die "queue $_: $message\n" unless $id;
        $id;
    } @{ $command->{queues} };
    my $group = RT::Group->new( RT->SystemUser );
    my ( $made, $why ) = $group->CreateUserDefinedGroup( Name => 'Agents' );
    die "group: $why\n" unless $made;
    my @agents = map {
        my $user = RT::User->new( RT->SystemUser );
        my ( $id, $message ) = $user->Create( Name => $_->{name}, EmailAddress => $_->{email}, Privileged => 1 );
        die "agent $_->{name}: $message\n" unless $id;
        my ( $added, $reason ) = $group->AddMember( $user->PrincipalId );
        die "agent $_->{name}: $reason\n" unless $added;
        $id;
    } @{ $command->{agents} };
    for my $right (
        qw(SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail CreateTicket ReplyToTicket CommentOnTicket OwnTicket ModifyTicket))
    {
        my ( $granted, $message ) = $group->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
        die "right $right: $message\n" unless $granted;
    }
    return { queues => \@queues, agents => \@agents };
}

sub sign_in {
    my ($command) = @_;
    $agent = RT::CurrentUser->new( $command->{agent} );
    die "there is no agent $command->{agent}\n" unless $agent->id;
    return { backend => $RT::Handle->dbh->{pg_pid} };
}

sub first_page {
    my ( $query, $limit ) = @_;
    my $tickets = RT::Tickets->new($agent);
    my ( $ok, $message ) = $tickets->FromSQL($query);
    die "$query: $message\n" unless $ok;
    $tickets->OrderBy( FIELD => 'LastUpdated', ORDER => 'DESC' );
    $tickets->RowsPerPage($limit);
    $tickets->FirstRow(1);
    my @rows;
    while ( my $ticket = $tickets->Next ) {
        push @rows,
            [ $ticket->id, $ticket->Subject, $ticket->Status, $ticket->OwnerObj->Name, $ticket->LastUpdated ];
    }
    return { tickets => [ map { $_->[0] + 0 } @rows ], rows => scalar @rows };
}

sub list {
    my ($command) = @_;
    return first_page( "Queue = '$command->{queue}' AND Status = '$command->{status}'", $command->{limit} );
}

# The clause that the search box of RT makes of a word when the full text is indexed. The first message carries the subject, so the
# indexed text has it too.
sub search {
    my ($command) = @_;
    ( my $term = $command->{term} ) =~ s/(['\\])/\\$1/g;
    my $active = $command->{activeOnly} ? " AND Status = '__Active__'" : '';
    return first_page( "Content LIKE '$term'$active", $command->{limit} );
}

# What the display page reads: the ticket, its people, its transactions, and all text attachments in one query.
sub open_ticket {
    my ($command) = @_;
    my $ticket = RT::Ticket->new($agent);
    $ticket->Load( $command->{ticket} );
    die "there is no ticket $command->{ticket}\n" unless $ticket->id;
    my @head = ( $ticket->Subject, $ticket->Status, $ticket->QueueObj->Name, $ticket->OwnerObj->Name, $ticket->RequestorAddresses );
    my %attachments;
    my $texts = $ticket->TextAttachments;
    while ( my $attachment = $texts->Next ) {
        push @{ $attachments{ $attachment->TransactionId } }, $attachment;
    }
    my @messages;
    my $transactions = $ticket->SortedTransactions('ASC');
    while ( my $transaction = $transactions->Next ) {
        push @messages,
            {
            type    => $transaction->Type,
            at      => $transaction->Created,
            by      => $transaction->CreatorObj->Name,
            content => join( "\n", map { $_->Content } @{ $attachments{ $transaction->id } || [] } ),
            };
    }
    return { head => \@head, messages => \@messages, rows => scalar @messages };
}

sub reply {
    my ($command) = @_;
    my $ticket = RT::Ticket->new($agent);
    $ticket->Load( $command->{ticket} );
    die "there is no ticket $command->{ticket}\n" unless $ticket->id;
    my ( $ok, $message ) = $ticket->Correspond( MIMEObj => $command->{entity} );
    die "ticket $command->{ticket}: $message\n" unless $ok;
    return { rows => 1 };
}

sub create {
    my ($command) = @_;
    my $ticket = RT::Ticket->new($agent);
    my ( $id, undef, $message ) = $ticket->Create(
        Queue     => $command->{queue},
        Subject   => $command->{subject},
        Requestor => $command->{requestor},
        MIMEObj   => $command->{entity},
    );
    die "create: $message\n" unless $id;
    return { ticket => $id + 0, rows => 1 };
}

# Block counts of a connection reach the statistics views only from time to time; PostgreSQL 15 and later can be asked for them.
sub flush_statistics {
    my $handle = $RT::Handle->dbh;
    local $handle->{PrintError} = 0;
    local $handle->{RaiseError} = 0;
    $handle->do('SELECT pg_stat_force_next_flush()');
    return {};
}
