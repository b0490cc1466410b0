// A line typed unseen, without the full screen: whatever ends or stops the program meanwhile, the terminal shows
// what is typed afterwards.

#define _GNU_SOURCE

#include "Internal.h"

#include <errno.h>
#include <termios.h>

// By the number of the signal.
static struct sigaction actions_before[NSIG];
static struct termios shown;
static struct termios unseen;
static bool is_unseen;

static bool is_interrupting(int number) { return cn_ends(number) || number == SIGTSTP || number == SIGALRM; }

static void interrupt(int number) {
  int kept = errno;
  tcsetattr(CN_IN, TCSANOW, &shown);
  struct sigaction mine, action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, &mine);
  raise(number);
  // Only who was stopped comes here, when continued.
  sigaction(number, &mine, NULL);
  tcsetattr(CN_IN, TCSANOW, &unseen);
  errno = kept;
}

void cn_echo_off(void) {
  if (is_unseen || tcgetattr(CN_IN, &shown) != 0) { return; }
  is_unseen = true;
  unseen = shown;
  unseen.c_lflag &= ~(tcflag_t)ECHO;
  // The signal must get through to its default action while it is being handled.
  struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++) {
    if (!is_interrupting(number)) { continue; }
    sigaction(number, NULL, &actions_before[number]);
    if (actions_before[number].sa_handler != SIG_IGN) { sigaction(number, &action, NULL); }
  }
  // What was typed ahead is kept: it has been seen by whoever looked on, and whoever typed it counts on it.
  tcsetattr(CN_IN, TCSADRAIN, &unseen);
}

bool cn_echo_on(void) {
  if (!is_unseen) { return false; }
  tcsetattr(CN_IN, TCSADRAIN, &shown);
  for (int number = 1; number < NSIG; number++) {
    if (is_interrupting(number)) { sigaction(number, &actions_before[number], NULL); }
  }
  is_unseen = false;
  return true;
}
