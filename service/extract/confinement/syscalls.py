"""Numbers of system calls by architecture, as in the kernel's unistd headers; - where it has none.

Listed are the calls that the filter speaks of. What a reader of documents has no business with is
refused: the filter says which and how.
"""

from collections.abc import Iterator, Mapping

MACHINES = ("x86_64", "aarch64")
AUDIT_ARCHITECTURES: Mapping[str, int] = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""What seccomp calls the architectures (AUDIT_ARCH_… of linux/audit.h)."""

NEWEST = 470
"""Calls with higher numbers were invented after this list was written."""

NETWORK = """
socket 41 198           connect 42 203          accept 43 202           sendto 44 206
recvfrom 45 207         sendmsg 46 211          recvmsg 47 212          bind 49 200
listen 50 201           socketpair 53 199       accept4 288 242         recvmmsg 299 243
sendmmsg 307 269        io_uring_setup 425 425  io_uring_enter 426 426  io_uring_register 427 427
"""

OTHER_PROCESSES = """
ptrace 101 117          process_vm_readv 310 270    process_vm_writev 311 271   kcmp 312 272
pidfd_open 434 434      pidfd_getfd 438 438         pidfd_send_signal 424 424   kill 62 129
tkill 200 130           rt_sigqueueinfo 129 138     rt_tgsigqueueinfo 297 240   setsid 112 157
setpgid 109 154         setpriority 141 140         process_madvise 440 440     setns 308 268
shmget 29 194           shmat 30 196                shmctl 31 195               semget 64 190
msgget 68 186           mq_open 240 180             mq_unlink 241 181           unshare 272 97
"""

MACHINE_ITSELF = """
mount 165 40            umount2 166 39          pivot_root 155 41       chroot 161 51
move_mount 429 429      open_tree 428 428       fsopen 430 430          fsconfig 431 431
fsmount 432 432         fspick 433 433          mount_setattr 442 442   open_tree_attr 467 467
swapon 167 224          swapoff 168 225         reboot 169 142          kexec_load 246 104
kexec_file_load 320 294 init_module 175 105     finit_module 313 273    delete_module 176 106
bpf 321 280             perf_event_open 298 241 userfaultfd 323 282     keyctl 250 219
add_key 248 217         request_key 249 218     acct 163 89             quotactl 179 60
settimeofday 164 170    clock_settime 227 112   adjtimex 159 171        clock_adjtime 305 266
sethostname 170 161     setdomainname 171 162   iopl 172 -              ioperm 173 -
syslog 103 116          vhangup 153 58          personality 135 92      open_by_handle_at 304 265
fanotify_init 300 262   fanotify_mark 301 263   name_to_handle_at 303 264
"""

FILES = """
creat 85 -              rename 82 -             renameat 264 38         renameat2 316 276
mkdir 83 -              mkdirat 258 34          rmdir 84 -              link 86 -
linkat 265 37           unlink 87 -             unlinkat 263 35         symlink 88 -
symlinkat 266 36        chmod 90 -              fchmod 91 52            fchmodat 268 53
fchmodat2 452 452       chown 92 -              lchown 94 -             fchown 93 55
fchownat 260 54         utime 132 -             utimes 235 -            utimensat 280 88
futimesat 261 -         mknod 133 -             mknodat 259 33          truncate 76 45
setxattr 188 5          lsetxattr 189 6         fsetxattr 190 7         removexattr 197 14
lremovexattr 198 15     fremovexattr 199 16     setxattrat 463 463      removexattrat 466 466
"""

OPENING = "open 2 -  openat 257 56"
STARTING = "clone 56 220  fork 57 -  vfork 58 -"
OWN_ONLY = "tgkill 234 131  prlimit64 302 261"
WITH_OLDER_FORM = "clone3 435 435  openat2 437 437"
"""Their arguments lie in memory, where no filter looks; libraries know the older form."""

ABOUT_LANDLOCK: Mapping[str, int] = {"create": 444, "add": 445, "restrict": 446}
CAPABILITIES: Mapping[str, tuple[int, int]] = {"get": (125, 90), "set": (126, 91)}
SECCOMP: Mapping[str, int] = {"x86_64": 317, "aarch64": 277}


def numbers(listed: str, machine: str) -> Mapping[str, int]:
    """The calls of a list that a machine has, by name."""
    return dict(_numbers(listed.split(), MACHINES.index(machine)))


def _numbers(words: list[str], column: int) -> Iterator[tuple[str, int]]:
    for name, *found in zip(*[iter(words)] * (1 + len(MACHINES)), strict=True):
        if found[column] != "-":
            yield name, int(found[column])
