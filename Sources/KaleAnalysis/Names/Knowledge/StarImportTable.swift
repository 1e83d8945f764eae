extension StarImports {
  /// What `from MODULE import *` binds: a paragraph a module, its further lines indented. A name with `?`
  /// is not there in every version; `NAME=PATH` is another module's PATH under this name. A module with
  /// `+` is that of one version only: others may have other names besides.
  ///
  /// Written by scripts/star_imports.py from the standard libraries of Python 3.9, 3.10, 3.11,
  /// 3.12, 3.13 and from matplotlib 3.11.2, numpy 2.4.6, pandas 3.1.1, scipy 1.17.1, sklearn
  /// 1.9.1, sympy 1.14.0.
  // A string, as the compiler takes a minute over an embedded resource of this size.
  static let standardTable = """
    abc: ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod
      get_cache_token update_abstractmethods?
    aifc: Error open
    argparse: Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError
      BooleanOptionalAction FileType HelpFormatter MetavarTypeHelpFormatter Namespace ONE_OR_MORE
      OPTIONAL PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS
      ZERO_OR_MORE
    array: ArrayType array typecodes
    ast: AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute
      AugAssign AugLoad AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Bytes? Call ClassDef
      Compare Constant Continue Del Delete Dict DictComp Div Ellipsis? Eq ExceptHandler Expr
      Expression ExtSlice FloorDiv For FormattedValue FunctionDef FunctionType GeneratorExp Global
      Gt GtE If IfExp Import ImportFrom In Index IntEnum Interactive Invert Is IsNot JoinedStr
      LShift Lambda List ListComp Load Lt LtE MatMult Match? MatchAs? MatchClass? MatchMapping?
      MatchOr? MatchSequence? MatchSingleton? MatchStar? MatchValue? Mod Module Mult Name
      NameConstant? NamedExpr NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Num? Or Param
      ParamSpec? Pass Pow PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_OPTIMIZED_AST?
      PyCF_TYPE_COMMENTS RShift Raise Return Set SetComp Slice Starred Store Str? Sub Subscript
      Suite Try TryStar? Tuple TypeAlias? TypeIgnore TypeVar? TypeVarTuple? UAdd USub UnaryOp While
      With Yield YieldFrom alias arg arguments auto boolop cmpop comprehension contextmanager
      copy_location dump excepthandler expr expr_context fix_missing_locations get_docstring
      get_source_segment increment_lineno iter_child_nodes iter_fields keyword literal_eval main
      match_case? mod nullcontext operator parse pattern? re?=re slice stmt sys=sys type_ignore
      type_param? unaryop unparse walk withitem
    asynchat: async_chat asyncore=asyncore deque find_prefix_at_end simple_producer warn?
    asyncio: ALL_COMPLETED AbstractChildWatcher AbstractEventLoop AbstractEventLoopPolicy
      AbstractServer Barrier? BaseEventLoop BaseProtocol BaseTransport BoundedSemaphore
      BrokenBarrierError? BufferedProtocol CancelledError Condition DatagramProtocol
      DatagramTransport DefaultEventLoopPolicy Event EventLoop? FIRST_COMPLETED FIRST_EXCEPTION
      FastChildWatcher Future Handle IncompleteReadError InvalidStateError LifoQueue
      LimitOverrunError Lock MultiLoopChildWatcher PidfdChildWatcher PriorityQueue Protocol Queue
      QueueEmpty QueueFull QueueShutDown? ReadTransport Runner? SafeChildWatcher SelectorEventLoop
      Semaphore SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter
      SubprocessProtocol SubprocessTransport Task TaskGroup? ThreadedChildWatcher Timeout?
      TimeoutError TimerHandle Transport WriteTransport _enter_task _get_running_loop _leave_task
      _register_task _set_running_loop _unregister_task all_tasks as_completed coroutine?
      create_eager_task_factory? create_subprocess_exec create_subprocess_shell create_task
      current_task eager_task_factory? ensure_future gather get_child_watcher get_event_loop
      get_event_loop_policy get_running_loop iscoroutine iscoroutinefunction isfuture
      new_event_loop open_connection open_unix_connection run run_coroutine_threadsafe
      set_child_watcher set_event_loop set_event_loop_policy shield sleep start_server
      start_unix_server timeout? timeout_at? to_thread wait wait_for wrap_future
    asyncore: EAGAIN EALREADY EBADF ECONNABORTED ECONNRESET EINPROGRESS EINVAL EISCONN ENOTCONN
      EPIPE ESHUTDOWN EWOULDBLOCK ExitNow close_all compact_traceback dispatcher
      dispatcher_with_send errorcode file_dispatcher file_wrapper loop os=os poll poll2 poll3 read
      readwrite select=select socket=socket socket_map sys=sys time=time warnings=warnings write
    atexit: register unregister
    audioop: add adpcm2lin alaw2lin avg avgpp bias byteswap cross error findfactor findfit findmax
      getsample lin2adpcm lin2alaw lin2lin lin2ulaw max maxpp minmax mul ratecv reverse rms tomono
      tostereo ulaw2lin
    base64: a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode? b32hexencode?
      b64decode b64encode b85decode b85encode decode decodebytes encode encodebytes
      standard_b64decode standard_b64encode urlsafe_b64decode urlsafe_b64encode z85decode?
      z85encode?
    bdb: Bdb BdbQuit Breakpoint
    binascii: Error Incomplete a2b_base64 a2b_hex a2b_hqx? a2b_qp a2b_uu b2a_base64 b2a_hex
      b2a_hqx? b2a_qp b2a_uu crc32 crc_hqx hexlify rlecode_hqx? rledecode_hqx? unhexlify
    binhex: Error binhex hexbin
    bisect: bisect bisect_left bisect_right insort insort_left insort_right
    builtins: ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup?
      BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError
      ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
      DeprecationWarning EOFError Ellipsis EncodingWarning? EnvironmentError Exception
      ExceptionGroup? False FileExistsError FileNotFoundError FloatingPointError FutureWarning
      GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
      IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
      NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
      PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError?
      RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
      StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True
      TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
      UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs
      aiter? all anext? any ascii bin bool breakpoint bytearray bytes callable chr classmethod
      compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter
      float format frozenset getattr globals hasattr hash help hex id input int isinstance
      issubclass iter len license list locals map max memoryview min next object oct open ord pow
      print property quit range repr reversed round set setattr slice sorted staticmethod str sum
      super tuple type vars zip
    bz2: BZ2Compressor BZ2Decompressor BZ2File compress decompress open
    cProfile: Profile run runctx
    calendar: APRIL? AUGUST? Calendar DECEMBER? Day? FEBRUARY? FRIDAY? HTMLCalendar
      IllegalMonthError IllegalWeekdayError JANUARY? JULY? JUNE? LocaleHTMLCalendar
      LocaleTextCalendar MARCH? MAY? MONDAY? Month? NOVEMBER? OCTOBER? SATURDAY? SEPTEMBER? SUNDAY?
      THURSDAY? TUESDAY? TextCalendar WEDNESDAY? calendar day_abbr day_name firstweekday isleap
      leapdays month month_abbr month_name monthcalendar monthrange prcal prmonth setfirstweekday
      timegm weekday weekheader
    cgi: FieldStorage MiniFieldStorage parse parse_header parse_multipart print_arguments
      print_directory print_environ print_environ_usage print_exception print_form test
    cgitb: Hook enable grey handler html html_escape? inspect=inspect keyword=keyword
      linecache=linecache lookup os=os pydoc=pydoc reset scanvars small strong sys=sys
      tempfile=tempfile text time=time tokenize=tokenize traceback=traceback warnings?=warnings
    chunk: Chunk warnings?=warnings
    cmath: acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan
      log log10 nan nanj phase pi polar rect sin sinh sqrt tan tanh tau
    cmd: Cmd
    code: InteractiveConsole InteractiveInterpreter compile_command interact
    codecs: BOM BOM32_BE BOM32_LE BOM64_BE BOM64_LE BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE
      BOM_UTF16_LE BOM_UTF32 BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 Codec CodecInfo EncodedFile
      IncrementalDecoder IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder
      StreamWriter backslashreplace_errors decode encode getdecoder getencoder
      getincrementaldecoder getincrementalencoder getreader getwriter ignore_errors iterdecode
      iterencode lookup lookup_error namereplace_errors open register register_error replace_errors
      strict_errors xmlcharrefreplace_errors
    codeop: CommandCompiler Compile compile_command
    collections: ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque
      namedtuple
    collections.abc: AsyncGenerator AsyncIterable AsyncIterator Awaitable Buffer? ByteString
      Callable Collection Container Coroutine Generator Hashable ItemsView Iterable Iterator
      KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence
      Set Sized ValuesView
    colorsys: hls_to_rgb hsv_to_rgb rgb_to_hls rgb_to_hsv rgb_to_yiq yiq_to_rgb
    compileall: compile_dir compile_file compile_path
    concurrent:
    concurrent.futures: ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED
      FIRST_EXCEPTION Future InvalidStateError? ProcessPoolExecutor ThreadPoolExecutor TimeoutError
      as_completed wait
    configparser: BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError
      DuplicateSectionError ExtendedInterpolation Interpolation InterpolationDepthError
      InterpolationError InterpolationMissingOptionError InterpolationSyntaxError
      LegacyInterpolation? MAX_INTERPOLATION_DEPTH MissingSectionHeaderError
      MultilineContinuationError? NoOptionError NoSectionError ParsingError RawConfigParser
      SafeConfigParser? SectionProxy UNNAMED_SECTION?
    contextlib: AbstractAsyncContextManager AbstractContextManager AsyncExitStack ContextDecorator
      ExitStack aclosing? asynccontextmanager chdir? closing contextmanager nullcontext
      redirect_stderr redirect_stdout suppress
    contextvars: Context ContextVar Token copy_context
    copy: Error copy deepcopy replace?
    copyreg: add_extension clear_extension_cache constructor pickle remove_extension
    crypt: METHOD_BLOWFISH METHOD_CRYPT METHOD_MD5 METHOD_SHA256 METHOD_SHA512 crypt errno=errno
      methods mksalt warnings?=warnings
    csv: Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC
      QUOTE_NOTNULL? QUOTE_STRINGS? Sniffer __doc__? __version__? excel excel_tab field_size_limit
      get_dialect list_dialects reader register_dialect unix_dialect unregister_dialect writer
    ctypes: ARRAY ArgumentError Array BigEndianStructure BigEndianUnion? CDLL CFUNCTYPE
      DEFAULT_MODE LibraryLoader LittleEndianStructure LittleEndianUnion? POINTER PYFUNCTYPE PyDLL
      RTLD_GLOBAL RTLD_LOCAL SIZEOF_TIME_T? SetPointerType Structure Union addressof alignment
      byref c_bool c_buffer c_byte c_char c_char_p c_double c_float c_int c_int16 c_int32 c_int64
      c_int8 c_long c_longdouble c_longlong c_short c_size_t c_ssize_t c_time_t? c_ubyte c_uint
      c_uint16 c_uint32 c_uint64 c_uint8 c_ulong c_ulonglong c_ushort c_void_p c_voidp c_wchar
      c_wchar_p cast cdll create_string_buffer create_unicode_buffer get_errno memmove memset
      pointer py_object pydll pythonapi resize set_errno sizeof string_at wstring_at
    ctypes.macholib:
    ctypes.test: ctypes=ctypes ctypes_symbols import_helper?=test.support.import_helper load_tests
      need_symbol os=os support=test.support unittest=unittest
    ctypes.util: find_library os=os re=re shutil=shutil subprocess=subprocess sys=sys
      tempfile=tempfile test
    ctypes.wintypes: ATOM BOOL BOOLEAN BYTE CHAR COLORREF DOUBLE DWORD FILETIME FLOAT HACCEL HANDLE
      HBITMAP HBRUSH HCOLORSPACE HDC HDESK HDWP HENHMETAFILE HFONT HGDIOBJ HGLOBAL HHOOK HICON
      HINSTANCE HKEY HKL HLOCAL HMENU HMETAFILE HMODULE HMONITOR HPALETTE HPEN HRGN HRSRC HSTR
      HTASK HWINSTA HWND INT LANGID LARGE_INTEGER LCID LCTYPE LGRPID LONG LPARAM LPBOOL LPBYTE
      LPCOLESTR LPCOLORREF LPCSTR LPCVOID LPCWSTR LPDWORD LPFILETIME LPHANDLE LPHKL LPINT LPLONG
      LPMSG LPOLESTR LPPOINT LPRECT LPRECTL LPSC_HANDLE LPSIZE LPSIZEL LPSTR LPUINT LPVOID
      LPWIN32_FIND_DATAA LPWIN32_FIND_DATAW LPWORD LPWSTR MAX_PATH MSG OLESTR PBOOL PBOOLEAN PBYTE
      PCHAR PDWORD PFILETIME PFLOAT PHANDLE PHKEY PINT PLARGE_INTEGER PLCID PLONG PMSG POINT POINTL
      PPOINT PPOINTL PRECT PRECTL PSHORT PSIZE PSIZEL PSMALL_RECT PUINT PULARGE_INTEGER PULONG
      PUSHORT PWCHAR PWIN32_FIND_DATAA PWIN32_FIND_DATAW PWORD RECT RECTL RGB SC_HANDLE
      SERVICE_STATUS_HANDLE SHORT SIZE SIZEL SMALL_RECT UINT ULARGE_INTEGER ULONG USHORT
      VARIANT_BOOL WCHAR WIN32_FIND_DATAA WIN32_FIND_DATAW WORD WPARAM ctypes=ctypes tagMSG
      tagPOINT tagRECT tagSIZE
    curses: ALL_MOUSE_EVENTS A_ALTCHARSET A_ATTRIBUTES A_BLINK A_BOLD A_CHARTEXT A_COLOR A_DIM
      A_HORIZONTAL A_INVIS A_ITALIC A_LEFT A_LOW A_NORMAL A_PROTECT A_REVERSE A_RIGHT A_STANDOUT
      A_TOP A_UNDERLINE A_VERTICAL BUTTON1_CLICKED BUTTON1_DOUBLE_CLICKED BUTTON1_PRESSED
      BUTTON1_RELEASED BUTTON1_TRIPLE_CLICKED BUTTON2_CLICKED BUTTON2_DOUBLE_CLICKED
      BUTTON2_PRESSED BUTTON2_RELEASED BUTTON2_TRIPLE_CLICKED BUTTON3_CLICKED
      BUTTON3_DOUBLE_CLICKED BUTTON3_PRESSED BUTTON3_RELEASED BUTTON3_TRIPLE_CLICKED
      BUTTON4_CLICKED BUTTON4_DOUBLE_CLICKED BUTTON4_PRESSED BUTTON4_RELEASED
      BUTTON4_TRIPLE_CLICKED BUTTON5_CLICKED? BUTTON5_DOUBLE_CLICKED? BUTTON5_PRESSED?
      BUTTON5_RELEASED? BUTTON5_TRIPLE_CLICKED? BUTTON_ALT BUTTON_CTRL BUTTON_SHIFT COLOR_BLACK
      COLOR_BLUE COLOR_CYAN COLOR_GREEN COLOR_MAGENTA COLOR_RED COLOR_WHITE COLOR_YELLOW ERR KEY_A1
      KEY_A3 KEY_B2 KEY_BACKSPACE KEY_BEG KEY_BREAK KEY_BTAB KEY_C1 KEY_C3 KEY_CANCEL KEY_CATAB
      KEY_CLEAR KEY_CLOSE KEY_COMMAND KEY_COPY KEY_CREATE KEY_CTAB KEY_DC KEY_DL KEY_DOWN KEY_EIC
      KEY_END KEY_ENTER KEY_EOL KEY_EOS KEY_EXIT KEY_F0 KEY_F1 KEY_F10 KEY_F11 KEY_F12 KEY_F13
      KEY_F14 KEY_F15 KEY_F16 KEY_F17 KEY_F18 KEY_F19 KEY_F2 KEY_F20 KEY_F21 KEY_F22 KEY_F23
      KEY_F24 KEY_F25 KEY_F26 KEY_F27 KEY_F28 KEY_F29 KEY_F3 KEY_F30 KEY_F31 KEY_F32 KEY_F33
      KEY_F34 KEY_F35 KEY_F36 KEY_F37 KEY_F38 KEY_F39 KEY_F4 KEY_F40 KEY_F41 KEY_F42 KEY_F43
      KEY_F44 KEY_F45 KEY_F46 KEY_F47 KEY_F48 KEY_F49 KEY_F5 KEY_F50 KEY_F51 KEY_F52 KEY_F53
      KEY_F54 KEY_F55 KEY_F56 KEY_F57 KEY_F58 KEY_F59 KEY_F6 KEY_F60 KEY_F61 KEY_F62 KEY_F63 KEY_F7
      KEY_F8 KEY_F9 KEY_FIND KEY_HELP KEY_HOME KEY_IC KEY_IL KEY_LEFT KEY_LL KEY_MARK KEY_MAX
      KEY_MESSAGE KEY_MIN KEY_MOUSE KEY_MOVE KEY_NEXT KEY_NPAGE KEY_OPEN KEY_OPTIONS KEY_PPAGE
      KEY_PREVIOUS KEY_PRINT KEY_REDO KEY_REFERENCE KEY_REFRESH KEY_REPLACE KEY_RESET KEY_RESIZE
      KEY_RESTART KEY_RESUME KEY_RIGHT KEY_SAVE KEY_SBEG KEY_SCANCEL KEY_SCOMMAND KEY_SCOPY
      KEY_SCREATE KEY_SDC KEY_SDL KEY_SELECT KEY_SEND KEY_SEOL KEY_SEXIT KEY_SF KEY_SFIND KEY_SHELP
      KEY_SHOME KEY_SIC KEY_SLEFT KEY_SMESSAGE KEY_SMOVE KEY_SNEXT KEY_SOPTIONS KEY_SPREVIOUS
      KEY_SPRINT KEY_SR KEY_SREDO KEY_SREPLACE KEY_SRESET KEY_SRIGHT KEY_SRSUME KEY_SSAVE
      KEY_SSUSPEND KEY_STAB KEY_SUNDO KEY_SUSPEND KEY_UNDO KEY_UP OK REPORT_MOUSE_POSITION baudrate
      beep can_change_color cbreak color_content color_pair curs_set def_prog_mode def_shell_mode
      delay_output doupdate echo endwin erasechar error filter flash flushinp get_escdelay
      get_tabsize getmouse getsyx getwin halfdelay has_colors has_extended_color_support? has_ic
      has_il has_key init_color init_pair initscr intrflush is_term_resized isendwin keyname
      killchar longname meta mouseinterval mousemask napms ncurses_version newpad newwin nl
      nocbreak noecho nonl noqiflush noraw pair_content pair_number putp qiflush raw
      reset_prog_mode reset_shell_mode resetty resize_term resizeterm savetty set_escdelay
      set_tabsize setsyx setupterm start_color termattrs termname tigetflag tigetnum tigetstr tparm
      typeahead unctrl unget_wch ungetch ungetmouse update_lines_cols use_default_colors use_env
      version window wrapper
    dataclasses: Field FrozenInstanceError InitVar KW_ONLY? MISSING asdict astuple dataclass field
      fields is_dataclass make_dataclass replace
    datetime: MAXYEAR MINYEAR UTC? date datetime time timedelta timezone tzinfo
    dbm: error open whichdb
    decimal: BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple
      DefaultContext DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext
      FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact InvalidContext InvalidOperation MAX_EMAX
      MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR
      ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext
      localcontext setcontext
    difflib: Differ HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff
      diff_bytes get_close_matches ndiff restore unified_diff
    dis: Bytecode EXTENDED_ARG HAVE_ARGUMENT Instruction cmp_op code_info dis disassemble disco
      distb findlabels findlinestarts get_instructions hasarg? hascompare hasconst hasexc? hasfree
      hasjabs hasjrel hasjump? haslocal hasname hasnargs? opmap opname show_code stack_effect
    doctest: COMPARISON_FLAGS DONT_ACCEPT_BLANKLINE DONT_ACCEPT_TRUE_FOR_1 DebugRunner DocFileSuite
      DocTest DocTestFailure DocTestFinder DocTestParser DocTestRunner DocTestSuite ELLIPSIS
      Example FAIL_FAST IGNORE_EXCEPTION_DETAIL NORMALIZE_WHITESPACE OutputChecker REPORTING_FLAGS
      REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE REPORT_UDIFF SKIP UnexpectedException
      debug debug_src register_optionflag run_docstring_examples script_from_examples
      set_unittest_reportflags testfile testmod testsource
    enum: CONFORM? CONTINUOUS? EJECT? Enum EnumCheck? EnumDict? EnumMeta EnumType? Flag
      FlagBoundary? IntEnum IntFlag KEEP? NAMED_FLAGS? ReprEnum? STRICT? StrEnum? UNIQUE? auto
      global_enum? global_enum_repr? global_flag_repr? global_str? member? nonmember?
      pickle_by_enum_name? pickle_by_global_name? property? unique verify?
    errno: E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EBADE EBADF
      EBADFD EBADMSG EBADR EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECHILD ECHRNG ECOMM ECONNABORTED
      ECONNREFUSED ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDOM EDOTDOT EDQUOT EEXIST EFAULT
      EFBIG EHOSTDOWN EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR EISNAM
      EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC ELIBBAD ELIBEXEC
      ELIBMAX ELIBSCN ELNRNG ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP ENAMETOOLONG
      ENAVAIL ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOBUFS ENOCSI ENODATA ENODEV ENOENT
      ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONET ENOPKG ENOPROTOOPT ENOSPC ENOSR
      ENOSTR ENOSYS ENOTBLK ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM ENOTRECOVERABLE ENOTSOCK ENOTSUP
      ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP EOVERFLOW EOWNERDEAD EPERM EPFNOSUPPORT EPIPE EPROTO
      EPROTONOSUPPORT EPROTOTYPE ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ESHUTDOWN
      ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY
      EUCLEAN EUNATCH EUSERS EWOULDBLOCK EXDEV EXFULL errorcode
    faulthandler: cancel_dump_traceback_later disable dump_traceback dump_traceback_later enable
      is_enabled register unregister
    fcntl: DN_ACCESS DN_ATTRIB DN_CREATE DN_DELETE DN_MODIFY DN_MULTISHOT DN_RENAME FASYNC
      FD_CLOEXEC FICLONE? FICLONERANGE? F_ADD_SEALS F_DUPFD F_DUPFD_CLOEXEC F_EXLCK F_GETFD F_GETFL
      F_GETLEASE F_GETLK F_GETLK64 F_GETOWN F_GETOWN_EX? F_GETPIPE_SZ? F_GETSIG F_GET_FILE_RW_HINT?
      F_GET_RW_HINT? F_GET_SEALS F_NOTIFY F_OFD_GETLK F_OFD_SETLK F_OFD_SETLKW F_OWNER_PGRP?
      F_OWNER_PID? F_OWNER_TID? F_RDLCK F_SEAL_FUTURE_WRITE? F_SEAL_GROW F_SEAL_SEAL F_SEAL_SHRINK
      F_SEAL_WRITE F_SETFD F_SETFL F_SETLEASE F_SETLK F_SETLK64 F_SETLKW F_SETLKW64 F_SETOWN
      F_SETOWN_EX? F_SETPIPE_SZ? F_SETSIG F_SET_FILE_RW_HINT? F_SET_RW_HINT? F_SHLCK F_UNLCK
      F_WRLCK LOCK_EX LOCK_MAND LOCK_NB LOCK_READ LOCK_RW LOCK_SH LOCK_UN LOCK_WRITE
      RWH_WRITE_LIFE_EXTREME? RWH_WRITE_LIFE_LONG? RWH_WRITE_LIFE_MEDIUM? RWH_WRITE_LIFE_NONE?
      RWH_WRITE_LIFE_NOT_SET? RWH_WRITE_LIFE_SHORT? fcntl flock ioctl lockf
    filecmp: DEFAULT_IGNORES clear_cache cmp cmpfiles dircmp
    fileinput: FileInput close filelineno filename fileno hook_compressed hook_encoded input
      isfirstline isstdin lineno nextfile
    fnmatch: filter fnmatch fnmatchcase translate
    formatter: AS_IS AbstractFormatter AbstractWriter DumbWriter NullFormatter NullWriter sys=sys
      test warnings=warnings
    fractions: Fraction
    ftplib: FTP FTP_TLS all_errors error_perm error_proto error_reply error_temp
    functools: WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache
      partial partialmethod reduce singledispatch singledispatchmethod total_ordering
      update_wrapper wraps
    gc: DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE callbacks
      collect disable enable freeze garbage get_count get_debug get_freeze_count get_objects
      get_referents get_referrers get_stats get_threshold is_finalized is_tracked isenabled
      set_debug set_threshold unfreeze
    genericpath: commonprefix exists getatime getctime getmtime getsize isdevdrive? isdir isfile
      isjunction? islink? lexists? samefile sameopenfile samestat
    getopt: GetoptError error getopt gnu_getopt
    getpass: GetPassWarning getpass getuser
    gettext: Catalog GNUTranslations NullTranslations bind_textdomain_codeset? bindtextdomain
      dgettext dngettext dnpgettext dpgettext find gettext install ldgettext? ldngettext? lgettext?
      lngettext? ngettext npgettext pgettext textdomain translation
    glob: escape glob iglob translate?
    graphlib: CycleError TopologicalSorter
    grp: getgrall getgrgid getgrnam struct_group
    gzip: BadGzipFile GzipFile compress decompress open
    hashlib: algorithms_available algorithms_guaranteed blake2b blake2s file_digest? md5 new
      pbkdf2_hmac sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128
      shake_256
    heapq: heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest
    hmac: HMAC compare_digest digest digest_size new trans_36 trans_5C
    html: escape unescape
    html.parser: HTMLParser
    http: HTTPMethod? HTTPStatus
    http.client: BadStatusLine CannotSendHeader CannotSendRequest HTTPConnection HTTPException
      HTTPResponse HTTPSConnection ImproperConnectionState IncompleteRead InvalidURL LineTooLong
      NotConnected RemoteDisconnected ResponseNotReady UnimplementedFileMode UnknownProtocol
      UnknownTransferEncoding error responses
    imaplib: IMAP4 IMAP4_SSL IMAP4_stream Int2AP Internaldate2tuple ParseFlags Time2Internaldate
    imghdr: what
    imp: C_BUILTIN C_EXTENSION IMP_HOOK NullImporter PKG_DIRECTORY PY_CODERESOURCE PY_COMPILED
      PY_FROZEN PY_RESOURCE PY_SOURCE SEARCH_ERROR SourcelessFileLoader acquire_lock
      cache_from_source create_dynamic find_module get_frozen_object get_magic get_suffixes get_tag
      importlib=importlib init_builtin init_frozen is_builtin is_frozen is_frozen_package
      load_compiled load_dynamic load_module load_package load_source lock_held
      machinery=importlib.machinery new_module os=os release_lock reload source_from_cache sys=sys
      tokenize=tokenize types=types util=importlib.util warnings=warnings
    importlib: __import__ import_module invalidate_caches reload
    importlib.abc: BinaryIO? ExecutionLoader FileLoader Finder? InspectLoader Iterable? Loader
      MetaPathFinder PathEntryFinder Protocol? ResourceLoader ResourceReader? SourceLoader Text?
      Traversable? TraversableResources? abc?=abc machinery?=importlib.machinery runtime_checkable?
      warnings?=warnings
    importlib.machinery: AppleFrameworkLoader? BYTECODE_SUFFIXES BuiltinImporter
      DEBUG_BYTECODE_SUFFIXES EXTENSION_SUFFIXES ExtensionFileLoader FileFinder FrozenImporter
      ModuleSpec NamespaceLoader? OPTIMIZED_BYTECODE_SUFFIXES PathFinder SOURCE_SUFFIXES
      SourceFileLoader SourcelessFileLoader WindowsRegistryFinder all_suffixes
    importlib.metadata: Distribution DistributionFinder PackageMetadata? PackageNotFoundError
      distribution distributions entry_points files metadata packages_distributions? requires
      version
    importlib.readers: FileReader MultiplexedPath NamespaceReader ZipReader abc?=importlib.abc
      collections?=collections pathlib?=pathlib remove_duplicates? zipfile?=zipfile
    importlib.resources: Anchor? Package Resource? ResourceReader? as_file contents files
      is_resource open_binary open_text path read_binary read_text
    importlib.simple: ResourceContainer ResourceHandle SimpleReader TraversableReader
    importlib.util: LazyLoader Loader? MAGIC_NUMBER abc?=importlib.abc cache_from_source
      contextmanager? decode_source find_spec functools?=functools module_for_loader?
      module_from_spec resolve_name set_loader? set_package? source_from_cache source_hash
      spec_from_file_location spec_from_loader sys=sys types=types warnings?=warnings
    inspect: AGEN_CLOSED? AGEN_CREATED? AGEN_RUNNING? AGEN_SUSPENDED? ArgInfo ArgSpec? Arguments
      Attribute BlockFinder BoundArguments BufferFlags? CORO_CLOSED CORO_CREATED CORO_RUNNING
      CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED
      CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars
      EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED
      OrderedDict? Parameter Signature TPFLAGS_IS_ABSTRACT Traceback abc?=abc ast?=ast attrgetter?
      builtins?=builtins classify_class_attrs cleandoc collections?=collections currentframe
      dis?=dis enum?=enum findsource formatannotation formatannotationrelativeto formatargspec?
      formatargvalues functools?=functools get_annotations? getabsfile getargs getargspec?
      getargvalues getasyncgenlocals? getasyncgenstate? getattr_static getblock getcallargs
      getclasstree getclosurevars getcomments getcoroutinelocals getcoroutinestate getdoc getfile
      getframeinfo getfullargspec getgeneratorlocals getgeneratorstate getinnerframes getlineno
      getmembers getmembers_static? getmodule getmodulename getmro getouterframes getsource
      getsourcefile getsourcelines importlib?=importlib indentsize isabstract isasyncgen
      isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction
      isdatadescriptor isframe isfunction isgenerator isgeneratorfunction isgetsetdescriptor
      ismemberdescriptor ismethod ismethoddescriptor ismethodwrapper? ismodule isroutine
      istraceback itertools?=itertools k? linecache?=linecache markcoroutinefunction? mod_dict?
      modulesbyfile? namedtuple? os?=os re?=re signature stack sys?=sys token?=token
      tokenize?=tokenize trace types?=types unwrap v? walktree warnings?=warnings
    io: BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter
      BytesIO DEFAULT_BUFFER_SIZE? FileIO IOBase IncrementalNewlineDecoder? RawIOBase SEEK_CUR
      SEEK_END SEEK_SET StringIO TextIOBase TextIOWrapper UnsupportedOperation open open_code
      text_encoding?
    ipaddress: AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network
      IPv6Address IPv6Interface IPv6Network NetmaskValueError collapse_addresses
      functools=functools get_mixed_type_key ip_address ip_interface ip_network
      summarize_address_range v4_int_to_packed v6_int_to_packed
    itertools: accumulate batched? chain combinations combinations_with_replacement compress count
      cycle dropwhile filterfalse groupby islice pairwise? permutations product repeat starmap
      takewhile tee zip_longest
    json: JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads
    json.decoder: JSONDecodeError JSONDecoder
    json.encoder: ESCAPE ESCAPE_ASCII ESCAPE_DCT HAS_UTF8 INFINITY JSONEncoder c_encode_basestring
      c_encode_basestring_ascii c_make_encoder encode_basestring encode_basestring_ascii i?
      py_encode_basestring py_encode_basestring_ascii re=re
    json.scanner: make_scanner
    json.tool: Path? argparse=argparse json=json main sys=sys
    keyword: iskeyword issoftkeyword kwlist softkwlist
    linecache: checkcache clearcache getline lazycache
    locale: CHAR_MAX Error LC_ALL LC_COLLATE LC_CTYPE LC_MESSAGES LC_MONETARY LC_NUMERIC LC_TIME
      atof atoi currency format? format_string getdefaultlocale getencoding? getlocale
      getpreferredencoding localeconv normalize resetlocale? setlocale str strcoll strxfrm
    logging: BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter
      Formatter Handler INFO LogRecord Logger LoggerAdapter NOTSET NullHandler StreamHandler WARN
      WARNING addLevelName basicConfig captureWarnings critical debug disable error exception fatal
      getHandlerByName? getHandlerNames? getLevelName getLevelNamesMapping? getLogRecordFactory
      getLogger getLoggerClass info lastResort log makeLogRecord raiseExceptions
      setLogRecordFactory setLoggerClass shutdown warn warning
    logging.config: BaseConfigurator ConvertingDict ConvertingList ConvertingMixin ConvertingTuple
      DEFAULT_LOGGING_CONFIG_PORT DictConfigurator IDENTIFIER RESET_ERROR StreamRequestHandler
      ThreadingTCPServer dictConfig dictConfigClass errno=errno fileConfig functools?=functools
      io=io listen logging=logging os?=os queue?=queue re=re stopListening struct=struct sys?=sys
      threading=threading traceback=traceback valid_ident
    logging.handlers: BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT
      DEFAULT_SOAP_LOGGING_PORT DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler
      HTTPHandler MemoryHandler NTEventLogHandler QueueHandler QueueListener RotatingFileHandler
      SMTPHandler ST_DEV? ST_INO? ST_MTIME? SYSLOG_TCP_PORT SYSLOG_UDP_PORT SocketHandler
      SysLogHandler TimedRotatingFileHandler WatchedFileHandler copy=copy io?=io logging=logging
      os=os pickle=pickle queue=queue re=re socket=socket struct=struct threading=threading
      time=time
    lzma: CHECK_CRC32 CHECK_CRC64 CHECK_ID_MAX CHECK_NONE CHECK_SHA256 CHECK_UNKNOWN FILTER_ARM
      FILTER_ARMTHUMB FILTER_DELTA FILTER_IA64 FILTER_LZMA1 FILTER_LZMA2 FILTER_POWERPC
      FILTER_SPARC FILTER_X86 FORMAT_ALONE FORMAT_AUTO FORMAT_RAW FORMAT_XZ LZMACompressor
      LZMADecompressor LZMAError LZMAFile MF_BT2 MF_BT3 MF_BT4 MF_HC3 MF_HC4 MODE_FAST MODE_NORMAL
      PRESET_DEFAULT PRESET_EXTREME compress decompress is_check_supported open
    mailbox: Babyl BabylMessage Error ExternalClashError FormatError MH MHMessage MMDF MMDFMessage
      Mailbox Maildir MaildirMessage Message NoSuchMailboxError NotEmptyError mbox mboxMessage
    mailcap: findmatch getcaps
    marshal: dump dumps load loads version
    math: acos acosh asin asinh atan atan2 atanh cbrt? ceil comb copysign cos cosh degrees dist e
      erf erfc exp exp2? expm1 fabs factorial floor fma? fmod frexp fsum gamma gcd hypot inf
      isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter
      perm pi pow prod radians remainder sin sinh sqrt sumprod? tan tanh tau trunc ulp
    mimetypes: MimeTypes add_type common_types encodings_map guess_all_extensions guess_extension
      guess_file_type? guess_type init inited knownfiles read_mime_types suffix_map types_map
    mmap: ACCESS_COPY ACCESS_DEFAULT ACCESS_READ ACCESS_WRITE ALLOCATIONGRANULARITY MADV_DODUMP
      MADV_DOFORK MADV_DONTDUMP MADV_DONTFORK MADV_DONTNEED MADV_FREE MADV_HUGEPAGE MADV_HWPOISON
      MADV_MERGEABLE MADV_NOHUGEPAGE MADV_NORMAL MADV_RANDOM MADV_REMOVE MADV_SEQUENTIAL
      MADV_UNMERGEABLE MADV_WILLNEED MAP_32BIT? MAP_ANON MAP_ANONYMOUS MAP_DENYWRITE MAP_EXECUTABLE
      MAP_NORESERVE? MAP_POPULATE? MAP_PRIVATE MAP_SHARED MAP_STACK? PAGESIZE PROT_EXEC PROT_READ
      PROT_WRITE error mmap
    modulefinder: AddPackagePath EXTENDED_ARG? IMPORT_NAME? LOAD_CONST? Module ModuleFinder
      ReplacePackage STORE_GLOBAL? STORE_NAME? STORE_OPS? dis=dis importlib=importlib io=io
      marshal=marshal os=os packagePathMap replacePackageMap sys=sys test
    multiprocessing: Array AuthenticationError Barrier BoundedSemaphore BufferTooShort Condition
      Event JoinableQueue Lock Manager Pipe Pool Process ProcessError Queue RLock RawArray RawValue
      Semaphore SimpleQueue TimeoutError Value active_children allow_connection_pickling cpu_count
      current_process freeze_support get_all_start_methods get_context get_logger get_start_method
      log_to_stderr parent_process reducer=multiprocessing.reduction set_executable
      set_forkserver_preload set_start_method
    multiprocessing.connection: Client Listener Pipe wait
    multiprocessing.context:
    multiprocessing.dummy: Barrier BoundedSemaphore Condition Event JoinableQueue Lock Manager Pipe
      Pool Process Queue RLock Semaphore active_children current_process freeze_support
    multiprocessing.forkserver: connect_to_new_process ensure_running get_inherited_fds
      set_forkserver_preload
    multiprocessing.heap: BufferWrapper
    multiprocessing.managers: BaseManager BaseProxy SharedMemoryManager SyncManager Token
    multiprocessing.pool: Pool ThreadPool
    multiprocessing.popen_fork: Popen
    multiprocessing.popen_forkserver: Popen
    multiprocessing.popen_spawn_posix: Popen
    multiprocessing.process: BaseProcess active_children current_process parent_process
    multiprocessing.queues: JoinableQueue Queue SimpleQueue
    multiprocessing.reduction: DupFd ForkingPickler dump recv_handle recvfds register send_handle
      sendfds
    multiprocessing.resource_sharer: DupFd stop
    multiprocessing.resource_tracker: ensure_running register unregister
    multiprocessing.shared_memory: ShareableList SharedMemory
    multiprocessing.sharedctypes: Array RawArray RawValue Value copy synchronized
    multiprocessing.spawn: _main freeze_support get_command_line get_executable
      get_preparation_data import_main_path set_executable
    multiprocessing.synchronize: BoundedSemaphore Condition Event Lock RLock Semaphore
    multiprocessing.util: Finalize ForkAwareLocal ForkAwareThreadLock SUBDEBUG SUBWARNING
      close_all_fds_except debug get_logger get_temp_dir info is_exiting log_to_stderr
      register_after_fork sub_debug sub_warning
    netrc: NetrcParseError netrc
    nis: cat error get_default_domain maps match
    nntplib: NNTP NNTPDataError NNTPError NNTPPermanentError NNTPProtocolError NNTPReplyError
      NNTPTemporaryError NNTP_SSL decode_header
    ntpath: abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists
      expanduser expandvars extsep getatime getctime getmtime getsize isabs isdevdrive? isdir
      isfile isjunction? islink ismount isreserved? join lexists normcase normpath pardir pathsep
      realpath relpath samefile sameopenfile samestat sep split splitdrive splitext splitroot?
      supports_unicode_filenames
    nturl2path: pathname2url url2pathname
    numbers: Complex Integral Number Rational Real
    opcode: EXTENDED_ARG HAVE_ARGUMENT cmp_op hasarg? hascompare hasconst hasexc? hasfree hasjabs
      hasjrel hasjump? haslocal hasname hasnargs? opmap opname stack_effect
    operator: abs add and_ attrgetter call? concat contains countOf delitem eq floordiv ge getitem
      gt iadd iand iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow
      irshift is_ is_not isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller
      mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor
    optparse: BadOptionError HelpFormatter IndentedHelpFormatter OptParseError Option
      OptionConflictError OptionContainer OptionError OptionGroup OptionParser OptionValueError
      SUPPRESS_HELP SUPPRESS_USAGE TitledHelpFormatter Values check_choice make_option
    os: CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES?
      CLONE_FS? CLONE_NEWCGROUP? CLONE_NEWIPC? CLONE_NEWNET? CLONE_NEWNS? CLONE_NEWPID?
      CLONE_NEWTIME? CLONE_NEWUSER? CLONE_NEWUTS? CLONE_SIGHAND? CLONE_SYSVSEM? CLONE_THREAD?
      CLONE_VM? DirEntry EFD_CLOEXEC? EFD_NONBLOCK? EFD_SEMAPHORE? EX_CANTCREAT EX_CONFIG
      EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE
      EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK
      F_ULOCK GRND_NONBLOCK GRND_RANDOM MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB
      MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB
      MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK
      MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY
      O_DSYNC O_EXCL O_FSYNC? O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH
      O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED
      POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL
      POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_CLOSEFROM? POSIX_SPAWN_DUP2
      POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID
      P_PIDFD P_WAIT RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD
      RTLD_NOW RWF_APPEND? RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO
      SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE
      SEEK_SET SPLICE_F_MORE? SPLICE_F_MOVE? SPLICE_F_NONBLOCK? ST_APPEND ST_MANDLOCK ST_NOATIME
      ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE
      TFD_CLOEXEC? TFD_NONBLOCK? TFD_TIMER_ABSTIME? TFD_TIMER_CANCEL_ON_SET? TMP_MAX WCONTINUED
      WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT
      WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK
      _exit abort access altsep chdir chmod chown chroot close closerange confstr confstr_names
      copy_file_range cpu_count ctermid curdir defpath device_encoding devnull dup dup2 environ
      environb error eventfd? eventfd_read? eventfd_write? execl execle execlp execlpe execv execve
      execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode
      fsencode fspath fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path
      get_inheritable get_terminal_size getcwd getcwdb getegid getenv getenvb geteuid getgid
      getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority
      getrandom getresgid getresuid getsid getuid getxattr grantpt? initgroups isatty kill killpg
      lchown linesep link listdir listxattr lockf login_tty? lseek lstat major makedev makedirs
      memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path=posixpath pathconf
      pathconf_names pathsep pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate
      posix_openpt? posix_spawn posix_spawnp pread preadv ptsname? putenv pwrite pwritev read
      readlink readv register_at_fork remove removedirs removexattr rename renames replace rmdir
      scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam
      sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam
      sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable setegid seteuid
      setgid setgroups setns? setpgid setpgrp setpriority setregid setresgid setresuid setreuid
      setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe
      splice? stat stat_result statvfs statvfs_result strerror supports_bytes_environ symlink sync
      sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create?
      timerfd_gettime? timerfd_gettime_ns? timerfd_settime? timerfd_settime_ns? times times_result
      truncate ttyname umask uname uname_result unlink unlockpt? unsetenv unshare? urandom utime
      wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev
    os.path: abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists
      expanduser expandvars extsep getatime getctime getmtime getsize isabs isdevdrive? isdir
      isfile isjunction? islink ismount join lexists normcase normpath pardir pathsep realpath
      relpath samefile sameopenfile samestat sep split splitdrive splitext splitroot?
      supports_unicode_filenames
    ossaudiodev: AFMT_AC3 AFMT_A_LAW AFMT_IMA_ADPCM AFMT_MPEG AFMT_MU_LAW AFMT_QUERY AFMT_S16_BE
      AFMT_S16_LE AFMT_S16_NE AFMT_S8 AFMT_U16_BE AFMT_U16_LE AFMT_U8 OSSAudioError
      SNDCTL_COPR_HALT SNDCTL_COPR_LOAD SNDCTL_COPR_RCODE SNDCTL_COPR_RCVMSG SNDCTL_COPR_RDATA
      SNDCTL_COPR_RESET SNDCTL_COPR_RUN SNDCTL_COPR_SENDMSG SNDCTL_COPR_WCODE SNDCTL_COPR_WDATA
      SNDCTL_DSP_BIND_CHANNEL SNDCTL_DSP_CHANNELS SNDCTL_DSP_GETBLKSIZE SNDCTL_DSP_GETCAPS
      SNDCTL_DSP_GETCHANNELMASK SNDCTL_DSP_GETFMTS SNDCTL_DSP_GETIPTR SNDCTL_DSP_GETISPACE
      SNDCTL_DSP_GETODELAY SNDCTL_DSP_GETOPTR SNDCTL_DSP_GETOSPACE SNDCTL_DSP_GETSPDIF
      SNDCTL_DSP_GETTRIGGER SNDCTL_DSP_MAPINBUF SNDCTL_DSP_MAPOUTBUF SNDCTL_DSP_NONBLOCK
      SNDCTL_DSP_POST SNDCTL_DSP_PROFILE SNDCTL_DSP_RESET SNDCTL_DSP_SAMPLESIZE
      SNDCTL_DSP_SETDUPLEX SNDCTL_DSP_SETFMT SNDCTL_DSP_SETFRAGMENT SNDCTL_DSP_SETSPDIF
      SNDCTL_DSP_SETSYNCRO SNDCTL_DSP_SETTRIGGER SNDCTL_DSP_SPEED SNDCTL_DSP_STEREO
      SNDCTL_DSP_SUBDIVIDE SNDCTL_DSP_SYNC SNDCTL_FM_4OP_ENABLE SNDCTL_FM_LOAD_INSTR
      SNDCTL_MIDI_INFO SNDCTL_MIDI_MPUCMD SNDCTL_MIDI_MPUMODE SNDCTL_MIDI_PRETIME
      SNDCTL_SEQ_CTRLRATE SNDCTL_SEQ_GETINCOUNT SNDCTL_SEQ_GETOUTCOUNT SNDCTL_SEQ_GETTIME
      SNDCTL_SEQ_NRMIDIS SNDCTL_SEQ_NRSYNTHS SNDCTL_SEQ_OUTOFBAND SNDCTL_SEQ_PANIC
      SNDCTL_SEQ_PERCMODE SNDCTL_SEQ_RESET SNDCTL_SEQ_RESETSAMPLES SNDCTL_SEQ_SYNC
      SNDCTL_SEQ_TESTMIDI SNDCTL_SEQ_THRESHOLD SNDCTL_SYNTH_CONTROL SNDCTL_SYNTH_ID
      SNDCTL_SYNTH_INFO SNDCTL_SYNTH_MEMAVL SNDCTL_SYNTH_REMOVESAMPLE SNDCTL_TMR_CONTINUE
      SNDCTL_TMR_METRONOME SNDCTL_TMR_SELECT SNDCTL_TMR_SOURCE SNDCTL_TMR_START SNDCTL_TMR_STOP
      SNDCTL_TMR_TEMPO SNDCTL_TMR_TIMEBASE SOUND_MIXER_ALTPCM SOUND_MIXER_BASS SOUND_MIXER_CD
      SOUND_MIXER_DIGITAL1 SOUND_MIXER_DIGITAL2 SOUND_MIXER_DIGITAL3 SOUND_MIXER_IGAIN
      SOUND_MIXER_IMIX SOUND_MIXER_LINE SOUND_MIXER_LINE1 SOUND_MIXER_LINE2 SOUND_MIXER_LINE3
      SOUND_MIXER_MIC SOUND_MIXER_MONITOR SOUND_MIXER_NRDEVICES SOUND_MIXER_OGAIN SOUND_MIXER_PCM
      SOUND_MIXER_PHONEIN SOUND_MIXER_PHONEOUT SOUND_MIXER_RADIO SOUND_MIXER_RECLEV
      SOUND_MIXER_SPEAKER SOUND_MIXER_SYNTH SOUND_MIXER_TREBLE SOUND_MIXER_VIDEO SOUND_MIXER_VOLUME
      control_labels control_names error open openmixer
    parser: ParserError STType compilest expr isexpr issuite sequence2st st2list st2tuple suite
      tuple2st
    pathlib: Path PosixPath PurePath PurePosixPath PureWindowsPath UnsupportedOperation?
      WindowsPath
    pdb: Pdb help pm post_mortem run runcall runctx runeval set_trace
    pickle: ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2
      BINPERSID BINPUT BINSTRING BINUNICODE BINUNICODE8 BUILD BYTEARRAY8 DEFAULT_PROTOCOL DICT DUP
      EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME FROZENSET GET
      GLOBAL HIGHEST_PROTOCOL INST INT LIST LONG LONG1 LONG4 LONG_BINGET LONG_BINPUT MARK MEMOIZE
      NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE NEXT_BUFFER NONE OBJ PERSID POP POP_MARK PROTO PUT
      PickleBuffer PickleError Pickler PicklingError READONLY_BUFFER REDUCE SETITEM SETITEMS
      SHORT_BINBYTES SHORT_BINSTRING SHORT_BINUNICODE STACK_GLOBAL STOP STRING TRUE TUPLE TUPLE1
      TUPLE2 TUPLE3 UNICODE Unpickler UnpicklingError dump dumps load loads
    pickletools: dis genops optimize
    pipes: Template
    pkgutil: ImpImporter? ImpLoader? ModuleInfo extend_path find_loader get_data get_importer
      get_loader iter_importers iter_modules read_code walk_packages
    platform: AndroidVer? IOSVersionInfo? android_ver? architecture collections=collections
      freedesktop_os_release? functools=functools ios_ver? itertools=itertools java_ver libc_ver
      mac_ver machine node os=os platform processor python_branch python_build python_compiler
      python_implementation python_revision python_version python_version_tuple re=re release
      subprocess?=subprocess sys=sys system system_alias uname uname_result version win32_edition
      win32_is_iot win32_ver
    plistlib: FMT_BINARY FMT_XML InvalidFileException UID dump dumps load loads
    poplib: POP3 POP3_SSL error_proto
    posix: CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES?
      CLONE_FS? CLONE_NEWCGROUP? CLONE_NEWIPC? CLONE_NEWNET? CLONE_NEWNS? CLONE_NEWPID?
      CLONE_NEWTIME? CLONE_NEWUSER? CLONE_NEWUTS? CLONE_SIGHAND? CLONE_SYSVSEM? CLONE_THREAD?
      CLONE_VM? DirEntry EFD_CLOEXEC? EFD_NONBLOCK? EFD_SEMAPHORE? EX_CANTCREAT EX_CONFIG
      EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE
      EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK
      F_ULOCK GRND_NONBLOCK GRND_RANDOM MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB
      MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB
      MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK
      MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY
      O_DSYNC O_EXCL O_FSYNC? O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH
      O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED
      POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL
      POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_CLOSEFROM? POSIX_SPAWN_DUP2
      POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_PGID P_PID P_PIDFD RTLD_DEEPBIND
      RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND? RWF_DSYNC
      RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER
      SCHED_RESET_ON_FORK SCHED_RR SEEK_DATA SEEK_HOLE SPLICE_F_MORE? SPLICE_F_MOVE?
      SPLICE_F_NONBLOCK? ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC
      ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TFD_CLOEXEC? TFD_NONBLOCK?
      TFD_TIMER_ABSTIME? TFD_TIMER_CANCEL_ON_SET? TMP_MAX WCONTINUED WCOREDUMP WEXITED WEXITSTATUS
      WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG
      WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abort access chdir chmod chown
      chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid
      device_encoding dup dup2 environ error eventfd? eventfd_read? eventfd_write? execv execve
      fchdir fchmod fchown fdatasync fork forkpty fpathconf fspath fstat fstatvfs fsync ftruncate
      get_blocking get_inheritable get_terminal_size getcwd getcwdb getegid geteuid getgid
      getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority
      getrandom getresgid getresuid getsid getuid getxattr grantpt? initgroups isatty kill killpg
      lchown link listdir listxattr lockf login_tty? lseek lstat major makedev memfd_create minor
      mkdir mkfifo mknod nice open openpty pathconf pathconf_names pidfd_open pipe pipe2
      posix_fadvise posix_fallocate posix_openpt? posix_spawn posix_spawnp pread preadv ptsname?
      putenv pwrite pwritev read readlink readv register_at_fork remove removexattr rename replace
      rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam
      sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam
      sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid seteuid setgid
      setgroups setns? setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid
      setuid setxattr splice? stat stat_result statvfs statvfs_result strerror symlink sync sysconf
      sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create? timerfd_gettime?
      timerfd_gettime_ns? timerfd_settime? timerfd_settime_ns? times times_result truncate ttyname
      umask uname uname_result unlink unlockpt? unsetenv unshare? urandom utime wait wait3 wait4
      waitid waitid_result waitpid waitstatus_to_exitcode write writev
    posixpath: abspath altsep basename commonpath commonprefix curdir defpath devnull dirname
      exists expanduser expandvars extsep getatime getctime getmtime getsize isabs isdevdrive?
      isdir isfile isjunction? islink ismount join lexists normcase normpath pardir pathsep
      realpath relpath samefile sameopenfile samestat sep split splitdrive splitext splitroot?
      supports_unicode_filenames
    pprint: PrettyPrinter isreadable isrecursive pformat pp pprint saferepr
    profile: Profile run runctx
    pstats: FunctionProfile SortKey Stats StatsProfile
    pty: fork openpty spawn
    pwd: getpwall getpwnam getpwuid struct_passwd
    py_compile: PyCompileError PycInvalidationMode compile main
    pyclbr: Class Function readmodule readmodule_ex
    pydoc: help
    pyexpat: EXPAT_VERSION ErrorString ExpatError ParserCreate XMLParserType
      XML_PARAM_ENTITY_PARSING_ALWAYS XML_PARAM_ENTITY_PARSING_NEVER
      XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE error errors expat_CAPI features model
      native_encoding version_info
    queue: Empty Full LifoQueue PriorityQueue Queue ShutDown? SimpleQueue
    quopri: decode decodestring encode encodestring
    random: Random SystemRandom betavariate binomialvariate? choice choices expovariate
      gammavariate gauss getrandbits getstate lognormvariate normalvariate paretovariate randbytes
      randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate
      weibullvariate
    re: A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG? Pattern PatternError?
      RegexFlag? S U UNICODE VERBOSE X compile error escape findall finditer fullmatch match purge
      search split sub subn template?
    readline: add_history append_history_file backend? clear_history get_begidx get_completer
      get_completer_delims get_completion_type get_current_history_length get_endidx
      get_history_item get_history_length get_line_buffer insert_text parse_and_bind
      read_history_file read_init_file redisplay remove_history_item replace_history_item
      set_auto_history set_completer set_completer_delims set_completion_display_matches_hook
      set_history_length set_pre_input_hook set_startup_hook write_history_file
    reprlib: Repr recursive_repr repr
    resource: RLIMIT_AS RLIMIT_CORE RLIMIT_CPU RLIMIT_DATA RLIMIT_FSIZE RLIMIT_MEMLOCK
      RLIMIT_MSGQUEUE RLIMIT_NICE RLIMIT_NOFILE RLIMIT_NPROC RLIMIT_OFILE RLIMIT_RSS RLIMIT_RTPRIO
      RLIMIT_RTTIME RLIMIT_SIGPENDING RLIMIT_STACK RLIM_INFINITY RUSAGE_CHILDREN RUSAGE_SELF
      RUSAGE_THREAD error getpagesize getrlimit getrusage prlimit setrlimit struct_rusage
    rlcompleter: Completer
    runpy: run_module run_path
    sched: scheduler
    secrets: SystemRandom choice compare_digest randbelow randbits token_bytes token_hex
      token_urlsafe
    select: EPOLLERR EPOLLET EPOLLEXCLUSIVE EPOLLHUP EPOLLIN EPOLLMSG EPOLLONESHOT EPOLLOUT
      EPOLLPRI EPOLLRDBAND EPOLLRDHUP EPOLLRDNORM EPOLLWRBAND EPOLLWRNORM EPOLL_CLOEXEC PIPE_BUF
      POLLERR POLLHUP POLLIN POLLMSG POLLNVAL POLLOUT POLLPRI POLLRDBAND POLLRDHUP POLLRDNORM
      POLLWRBAND POLLWRNORM epoll error poll select
    selectors: ABCMeta BaseSelector DefaultSelector EVENT_READ EVENT_WRITE EpollSelector Mapping
      PollSelector SelectSelector SelectorKey abstractmethod math=math namedtuple select=select
      sys=sys
    shelve: BsdDbShelf DbfilenameShelf Shelf open
    shlex: join quote shlex split
    shutil: Error ExecError SameFileError SpecialFileError chown copy copy2 copyfile copyfileobj
      copymode copystat copytree disk_usage get_archive_formats get_terminal_size
      get_unpack_formats ignore_patterns make_archive move register_archive_format
      register_unpack_format rmtree unpack_archive unregister_archive_format
      unregister_unpack_format which
    signal: Handlers ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError NSIG SIGABRT SIGALRM SIGBUS
      SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL
      SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT? SIGSTOP SIGSYS SIGTERM SIGTRAP
      SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIG_BLOCK
      SIG_DFL SIG_IGN SIG_SETMASK SIG_UNBLOCK Sigmasks Signals alarm default_int_handler getitimer
      getsignal pause pidfd_send_signal pthread_kill pthread_sigmask raise_signal set_wakeup_fd
      setitimer siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo strsignal
      struct_siginfo valid_signals
    site: ENABLE_USER_SITE PREFIXES USER_BASE USER_SITE abs_paths addpackage addsitedir
      addsitepackages addusersitepackages builtins=builtins check_enableusersite enablerlcompleter
      execsitecustomize execusercustomize gethistoryfile? getsitepackages getuserbase
      getusersitepackages io=io main makepath os=os register_readline? removeduppaths setcopyright
      sethelper setquit stat?=stat sys=sys venv
    smtpd: DebuggingServer MailmanProxy? PureProxy SMTPChannel SMTPServer
    smtplib: SMTP SMTPAuthenticationError SMTPConnectError SMTPDataError SMTPException
      SMTPHeloError SMTPNotSupportedError SMTPRecipientsRefused SMTPResponseException
      SMTPSenderRefused SMTPServerDisconnected SMTP_SSL quoteaddr quotedata
    sndhdr: what whathdr
    socket: AF_ALG AF_APPLETALK AF_ASH AF_ATMPVC AF_ATMSVC AF_AX25 AF_BRIDGE AF_CAN AF_DECnet
      AF_ECONET AF_INET AF_INET6 AF_IPX AF_IRDA AF_KEY AF_LLC AF_NETBEUI AF_NETLINK AF_NETROM
      AF_PACKET AF_PPPOX AF_QIPCRTR AF_RDS AF_ROSE AF_ROUTE AF_SECURITY AF_SNA AF_TIPC AF_UNIX
      AF_UNSPEC AF_VSOCK AF_WANPIPE AF_X25 AI_ADDRCONFIG AI_ALL AI_CANONNAME AI_NUMERICHOST
      AI_NUMERICSERV AI_PASSIVE AI_V4MAPPED ALG_OP_DECRYPT ALG_OP_ENCRYPT ALG_OP_SIGN ALG_OP_VERIFY
      ALG_SET_AEAD_ASSOCLEN ALG_SET_AEAD_AUTHSIZE ALG_SET_IV ALG_SET_KEY ALG_SET_OP ALG_SET_PUBKEY
      AddressFamily CAN_BCM CAN_BCM_CAN_FD_FRAME CAN_BCM_RX_ANNOUNCE_RESUME CAN_BCM_RX_CHANGED
      CAN_BCM_RX_CHECK_DLC CAN_BCM_RX_DELETE CAN_BCM_RX_FILTER_ID CAN_BCM_RX_NO_AUTOTIMER
      CAN_BCM_RX_READ CAN_BCM_RX_RTR_FRAME CAN_BCM_RX_SETUP CAN_BCM_RX_STATUS CAN_BCM_RX_TIMEOUT
      CAN_BCM_SETTIMER CAN_BCM_STARTTIMER CAN_BCM_TX_ANNOUNCE CAN_BCM_TX_COUNTEVT
      CAN_BCM_TX_CP_CAN_ID CAN_BCM_TX_DELETE CAN_BCM_TX_EXPIRED CAN_BCM_TX_READ
      CAN_BCM_TX_RESET_MULTI_IDX CAN_BCM_TX_SEND CAN_BCM_TX_SETUP CAN_BCM_TX_STATUS CAN_EFF_FLAG
      CAN_EFF_MASK CAN_ERR_FLAG CAN_ERR_MASK CAN_ISOTP CAN_J1939 CAN_RAW CAN_RAW_ERR_FILTER?
      CAN_RAW_FD_FRAMES CAN_RAW_FILTER CAN_RAW_JOIN_FILTERS CAN_RAW_LOOPBACK CAN_RAW_RECV_OWN_MSGS
      CAN_RTR_FLAG CAN_SFF_MASK CAPI CMSG_LEN CMSG_SPACE EAI_ADDRFAMILY EAI_AGAIN EAI_BADFLAGS
      EAI_FAIL EAI_FAMILY EAI_MEMORY EAI_NODATA EAI_NONAME EAI_OVERFLOW EAI_SERVICE EAI_SOCKTYPE
      EAI_SYSTEM ETHERTYPE_ARP? ETHERTYPE_IP? ETHERTYPE_IPV6? ETHERTYPE_VLAN? ETH_P_ALL?
      INADDR_ALLHOSTS_GROUP INADDR_ANY INADDR_BROADCAST INADDR_LOOPBACK INADDR_MAX_LOCAL_GROUP
      INADDR_NONE INADDR_UNSPEC_GROUP IOCTL_VM_SOCKETS_GET_LOCAL_CID IPPORT_RESERVED
      IPPORT_USERRESERVED IPPROTO_AH IPPROTO_DSTOPTS IPPROTO_EGP IPPROTO_ESP IPPROTO_FRAGMENT
      IPPROTO_GRE IPPROTO_HOPOPTS IPPROTO_ICMP IPPROTO_ICMPV6 IPPROTO_IDP IPPROTO_IGMP IPPROTO_IP
      IPPROTO_IPIP IPPROTO_IPV6 IPPROTO_MPTCP? IPPROTO_NONE IPPROTO_PIM IPPROTO_PUP IPPROTO_RAW
      IPPROTO_ROUTING IPPROTO_RSVP IPPROTO_SCTP IPPROTO_TCP IPPROTO_TP IPPROTO_UDP IPPROTO_UDPLITE
      IPV6_CHECKSUM IPV6_DONTFRAG IPV6_DSTOPTS IPV6_HOPLIMIT IPV6_HOPOPTS IPV6_JOIN_GROUP
      IPV6_LEAVE_GROUP IPV6_MULTICAST_HOPS IPV6_MULTICAST_IF IPV6_MULTICAST_LOOP IPV6_NEXTHOP
      IPV6_PATHMTU IPV6_PKTINFO IPV6_RECVDSTOPTS IPV6_RECVHOPLIMIT IPV6_RECVHOPOPTS
      IPV6_RECVPATHMTU IPV6_RECVPKTINFO IPV6_RECVRTHDR IPV6_RECVTCLASS IPV6_RTHDR IPV6_RTHDRDSTOPTS
      IPV6_RTHDR_TYPE_0 IPV6_TCLASS IPV6_UNICAST_HOPS IPV6_V6ONLY IP_ADD_MEMBERSHIP
      IP_ADD_SOURCE_MEMBERSHIP? IP_BIND_ADDRESS_NO_PORT? IP_BLOCK_SOURCE? IP_DEFAULT_MULTICAST_LOOP
      IP_DEFAULT_MULTICAST_TTL IP_DROP_MEMBERSHIP IP_DROP_SOURCE_MEMBERSHIP? IP_HDRINCL
      IP_MAX_MEMBERSHIPS IP_MULTICAST_IF IP_MULTICAST_LOOP IP_MULTICAST_TTL IP_OPTIONS IP_PKTINFO?
      IP_RECVOPTS IP_RECVRETOPTS IP_RECVTOS? IP_RETOPTS IP_TOS IP_TRANSPARENT IP_TTL
      IP_UNBLOCK_SOURCE? J1939_EE_INFO_NONE J1939_EE_INFO_TX_ABORT J1939_FILTER_MAX J1939_IDLE_ADDR
      J1939_MAX_UNICAST_ADDR J1939_NLA_BYTES_ACKED J1939_NLA_PAD J1939_NO_ADDR J1939_NO_NAME
      J1939_NO_PGN J1939_PGN_ADDRESS_CLAIMED J1939_PGN_ADDRESS_COMMANDED J1939_PGN_MAX
      J1939_PGN_PDU1_MAX J1939_PGN_REQUEST MSG_CMSG_CLOEXEC MSG_CONFIRM MSG_CTRUNC MSG_DONTROUTE
      MSG_DONTWAIT MSG_EOR MSG_ERRQUEUE MSG_FASTOPEN MSG_MORE MSG_NOSIGNAL MSG_OOB MSG_PEEK
      MSG_TRUNC MSG_WAITALL NETLINK_CRYPTO NETLINK_DNRTMSG NETLINK_FIREWALL NETLINK_IP6_FW
      NETLINK_NFLOG NETLINK_ROUTE NETLINK_USERSOCK NETLINK_XFRM NI_DGRAM NI_IDN? NI_MAXHOST
      NI_MAXSERV NI_NAMEREQD NI_NOFQDN NI_NUMERICHOST NI_NUMERICSERV PACKET_BROADCAST
      PACKET_FASTROUTE PACKET_HOST PACKET_LOOPBACK PACKET_MULTICAST PACKET_OTHERHOST
      PACKET_OUTGOING PF_CAN PF_PACKET PF_RDS SCM_CREDENTIALS SCM_J1939_DEST_ADDR
      SCM_J1939_DEST_NAME SCM_J1939_ERRQUEUE SCM_J1939_PRIO SCM_RIGHTS SHUT_RD SHUT_RDWR SHUT_WR
      SOCK_CLOEXEC SOCK_DGRAM SOCK_NONBLOCK SOCK_RAW SOCK_RDM SOCK_SEQPACKET SOCK_STREAM SOL_ALG
      SOL_CAN_BASE SOL_CAN_RAW SOL_IP SOL_RDS SOL_SOCKET SOL_TCP SOL_TIPC SOL_UDP SOMAXCONN
      SO_ACCEPTCONN SO_BINDTODEVICE SO_BINDTOIFINDEX? SO_BROADCAST SO_DEBUG SO_DOMAIN SO_DONTROUTE
      SO_ERROR SO_INCOMING_CPU? SO_J1939_ERRQUEUE SO_J1939_FILTER SO_J1939_PROMISC
      SO_J1939_SEND_PRIO SO_KEEPALIVE SO_LINGER SO_MARK SO_OOBINLINE SO_PASSCRED SO_PASSSEC
      SO_PEERCRED SO_PEERSEC SO_PRIORITY SO_PROTOCOL SO_RCVBUF SO_RCVLOWAT SO_RCVTIMEO SO_REUSEADDR
      SO_REUSEPORT SO_SNDBUF SO_SNDLOWAT SO_SNDTIMEO SO_TYPE SO_VM_SOCKETS_BUFFER_MAX_SIZE
      SO_VM_SOCKETS_BUFFER_MIN_SIZE SO_VM_SOCKETS_BUFFER_SIZE SocketKind SocketType TCP_CC_INFO?
      TCP_CONGESTION TCP_CORK TCP_DEFER_ACCEPT TCP_FASTOPEN TCP_FASTOPEN_CONNECT? TCP_FASTOPEN_KEY?
      TCP_FASTOPEN_NO_COOKIE? TCP_INFO TCP_INQ? TCP_KEEPCNT TCP_KEEPIDLE TCP_KEEPINTVL TCP_LINGER2
      TCP_MAXSEG TCP_MD5SIG? TCP_MD5SIG_EXT? TCP_NODELAY TCP_NOTSENT_LOWAT TCP_QUEUE_SEQ?
      TCP_QUICKACK TCP_REPAIR? TCP_REPAIR_OPTIONS? TCP_REPAIR_QUEUE? TCP_REPAIR_WINDOW?
      TCP_SAVED_SYN? TCP_SAVE_SYN? TCP_SYNCNT TCP_THIN_DUPACK? TCP_THIN_LINEAR_TIMEOUTS?
      TCP_TIMESTAMP? TCP_TX_DELAY? TCP_ULP? TCP_USER_TIMEOUT TCP_WINDOW_CLAMP TCP_ZEROCOPY_RECEIVE?
      TIPC_ADDR_ID TIPC_ADDR_NAME TIPC_ADDR_NAMESEQ TIPC_CFG_SRV TIPC_CLUSTER_SCOPE
      TIPC_CONN_TIMEOUT TIPC_CRITICAL_IMPORTANCE TIPC_DEST_DROPPABLE TIPC_HIGH_IMPORTANCE
      TIPC_IMPORTANCE TIPC_LOW_IMPORTANCE TIPC_MEDIUM_IMPORTANCE TIPC_NODE_SCOPE TIPC_PUBLISHED
      TIPC_SRC_DROPPABLE TIPC_SUBSCR_TIMEOUT TIPC_SUB_CANCEL TIPC_SUB_PORTS TIPC_SUB_SERVICE
      TIPC_TOP_SRV TIPC_WAIT_FOREVER TIPC_WITHDRAWN TIPC_ZONE_SCOPE UDPLITE_RECV_CSCOV
      UDPLITE_SEND_CSCOV VMADDR_CID_ANY VMADDR_CID_HOST VMADDR_PORT_ANY VM_SOCKETS_INVALID_VERSION
      close create_connection create_server dup error fromfd gaierror getaddrinfo getdefaulttimeout
      getfqdn gethostbyaddr gethostbyname gethostbyname_ex gethostname getnameinfo getprotobyname
      getservbyname getservbyport has_dualstack_ipv6 has_ipv6 herror htonl htons if_indextoname
      if_nameindex if_nametoindex inet_aton inet_ntoa inet_ntop inet_pton ntohl ntohs recv_fds
      send_fds setdefaulttimeout sethostname socket socketpair timeout
    socketserver: BaseRequestHandler BaseServer DatagramRequestHandler ForkingMixIn
      ForkingTCPServer ForkingUDPServer ForkingUnixDatagramServer? ForkingUnixStreamServer?
      StreamRequestHandler TCPServer ThreadingMixIn ThreadingTCPServer ThreadingUDPServer
      ThreadingUnixDatagramServer ThreadingUnixStreamServer UDPServer UnixDatagramServer
      UnixStreamServer
    spwd: getspall getspnam struct_spwd
    sqlite3: Binary Blob? Connection Cursor DataError DatabaseError Date DateFromTicks Error
      IntegrityError InterfaceError InternalError LEGACY_TRANSACTION_CONTROL? NotSupportedError
      OperationalError OptimizedUnicode? PARSE_COLNAMES PARSE_DECLTYPES PrepareProtocol
      ProgrammingError Row SQLITE_ABORT? SQLITE_ABORT_ROLLBACK? SQLITE_ALTER_TABLE SQLITE_ANALYZE
      SQLITE_ATTACH SQLITE_AUTH? SQLITE_AUTH_USER? SQLITE_BUSY? SQLITE_BUSY_RECOVERY?
      SQLITE_BUSY_SNAPSHOT? SQLITE_BUSY_TIMEOUT? SQLITE_CANTOPEN? SQLITE_CANTOPEN_CONVPATH?
      SQLITE_CANTOPEN_DIRTYWAL? SQLITE_CANTOPEN_FULLPATH? SQLITE_CANTOPEN_ISDIR?
      SQLITE_CANTOPEN_NOTEMPDIR? SQLITE_CANTOPEN_SYMLINK? SQLITE_CONSTRAINT?
      SQLITE_CONSTRAINT_CHECK? SQLITE_CONSTRAINT_COMMITHOOK? SQLITE_CONSTRAINT_FOREIGNKEY?
      SQLITE_CONSTRAINT_FUNCTION? SQLITE_CONSTRAINT_NOTNULL? SQLITE_CONSTRAINT_PINNED?
      SQLITE_CONSTRAINT_PRIMARYKEY? SQLITE_CONSTRAINT_ROWID? SQLITE_CONSTRAINT_TRIGGER?
      SQLITE_CONSTRAINT_UNIQUE? SQLITE_CONSTRAINT_VTAB? SQLITE_CORRUPT? SQLITE_CORRUPT_INDEX?
      SQLITE_CORRUPT_SEQUENCE? SQLITE_CORRUPT_VTAB? SQLITE_CREATE_INDEX SQLITE_CREATE_TABLE
      SQLITE_CREATE_TEMP_INDEX SQLITE_CREATE_TEMP_TABLE SQLITE_CREATE_TEMP_TRIGGER
      SQLITE_CREATE_TEMP_VIEW SQLITE_CREATE_TRIGGER SQLITE_CREATE_VIEW SQLITE_CREATE_VTABLE
      SQLITE_DBCONFIG_DEFENSIVE? SQLITE_DBCONFIG_DQS_DDL? SQLITE_DBCONFIG_DQS_DML?
      SQLITE_DBCONFIG_ENABLE_FKEY? SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER?
      SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION? SQLITE_DBCONFIG_ENABLE_QPSG?
      SQLITE_DBCONFIG_ENABLE_TRIGGER? SQLITE_DBCONFIG_ENABLE_VIEW?
      SQLITE_DBCONFIG_LEGACY_ALTER_TABLE? SQLITE_DBCONFIG_LEGACY_FILE_FORMAT?
      SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE? SQLITE_DBCONFIG_RESET_DATABASE?
      SQLITE_DBCONFIG_TRIGGER_EQP? SQLITE_DBCONFIG_TRUSTED_SCHEMA? SQLITE_DBCONFIG_WRITABLE_SCHEMA?
      SQLITE_DELETE SQLITE_DENY SQLITE_DETACH SQLITE_DONE SQLITE_DROP_INDEX SQLITE_DROP_TABLE
      SQLITE_DROP_TEMP_INDEX SQLITE_DROP_TEMP_TABLE SQLITE_DROP_TEMP_TRIGGER SQLITE_DROP_TEMP_VIEW
      SQLITE_DROP_TRIGGER SQLITE_DROP_VIEW SQLITE_DROP_VTABLE SQLITE_EMPTY? SQLITE_ERROR?
      SQLITE_ERROR_MISSING_COLLSEQ? SQLITE_ERROR_RETRY? SQLITE_ERROR_SNAPSHOT? SQLITE_FORMAT?
      SQLITE_FULL? SQLITE_FUNCTION SQLITE_IGNORE SQLITE_INSERT SQLITE_INTERNAL? SQLITE_INTERRUPT?
      SQLITE_IOERR? SQLITE_IOERR_ACCESS? SQLITE_IOERR_AUTH? SQLITE_IOERR_BEGIN_ATOMIC?
      SQLITE_IOERR_BLOCKED? SQLITE_IOERR_CHECKRESERVEDLOCK? SQLITE_IOERR_CLOSE?
      SQLITE_IOERR_COMMIT_ATOMIC? SQLITE_IOERR_CONVPATH? SQLITE_IOERR_CORRUPTFS? SQLITE_IOERR_DATA?
      SQLITE_IOERR_DELETE? SQLITE_IOERR_DELETE_NOENT? SQLITE_IOERR_DIR_CLOSE?
      SQLITE_IOERR_DIR_FSYNC? SQLITE_IOERR_FSTAT? SQLITE_IOERR_FSYNC? SQLITE_IOERR_GETTEMPPATH?
      SQLITE_IOERR_LOCK? SQLITE_IOERR_MMAP? SQLITE_IOERR_NOMEM? SQLITE_IOERR_RDLOCK?
      SQLITE_IOERR_READ? SQLITE_IOERR_ROLLBACK_ATOMIC? SQLITE_IOERR_SEEK? SQLITE_IOERR_SHMLOCK?
      SQLITE_IOERR_SHMMAP? SQLITE_IOERR_SHMOPEN? SQLITE_IOERR_SHMSIZE? SQLITE_IOERR_SHORT_READ?
      SQLITE_IOERR_TRUNCATE? SQLITE_IOERR_UNLOCK? SQLITE_IOERR_VNODE? SQLITE_IOERR_WRITE?
      SQLITE_LIMIT_ATTACHED? SQLITE_LIMIT_COLUMN? SQLITE_LIMIT_COMPOUND_SELECT?
      SQLITE_LIMIT_EXPR_DEPTH? SQLITE_LIMIT_FUNCTION_ARG? SQLITE_LIMIT_LENGTH?
      SQLITE_LIMIT_LIKE_PATTERN_LENGTH? SQLITE_LIMIT_SQL_LENGTH? SQLITE_LIMIT_TRIGGER_DEPTH?
      SQLITE_LIMIT_VARIABLE_NUMBER? SQLITE_LIMIT_VDBE_OP? SQLITE_LIMIT_WORKER_THREADS?
      SQLITE_LOCKED? SQLITE_LOCKED_SHAREDCACHE? SQLITE_LOCKED_VTAB? SQLITE_MISMATCH? SQLITE_MISUSE?
      SQLITE_NOLFS? SQLITE_NOMEM? SQLITE_NOTADB? SQLITE_NOTFOUND? SQLITE_NOTICE?
      SQLITE_NOTICE_RECOVER_ROLLBACK? SQLITE_NOTICE_RECOVER_WAL? SQLITE_OK
      SQLITE_OK_LOAD_PERMANENTLY? SQLITE_OK_SYMLINK? SQLITE_PERM? SQLITE_PRAGMA SQLITE_PROTOCOL?
      SQLITE_RANGE? SQLITE_READ SQLITE_READONLY? SQLITE_READONLY_CANTINIT?
      SQLITE_READONLY_CANTLOCK? SQLITE_READONLY_DBMOVED? SQLITE_READONLY_DIRECTORY?
      SQLITE_READONLY_RECOVERY? SQLITE_READONLY_ROLLBACK? SQLITE_RECURSIVE SQLITE_REINDEX
      SQLITE_ROW? SQLITE_SAVEPOINT SQLITE_SCHEMA? SQLITE_SELECT SQLITE_TOOBIG? SQLITE_TRANSACTION
      SQLITE_UPDATE SQLITE_WARNING? SQLITE_WARNING_AUTOINDEX? Time TimeFromTicks Timestamp
      TimestampFromTicks Warning adapt adapters apilevel collections=collections complete_statement
      connect converters datetime=datetime dbapi2 enable_callback_tracebacks enable_shared_cache?
      paramstyle register_adapter register_converter sqlite_version sqlite_version_info
      threadsafety time=time version? version_info?
    ssl: ALERT_DESCRIPTION_ACCESS_DENIED ALERT_DESCRIPTION_BAD_CERTIFICATE
      ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE
      ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE ALERT_DESCRIPTION_BAD_RECORD_MAC
      ALERT_DESCRIPTION_CERTIFICATE_EXPIRED ALERT_DESCRIPTION_CERTIFICATE_REVOKED
      ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE
      ALERT_DESCRIPTION_CLOSE_NOTIFY ALERT_DESCRIPTION_DECODE_ERROR
      ALERT_DESCRIPTION_DECOMPRESSION_FAILURE ALERT_DESCRIPTION_DECRYPT_ERROR
      ALERT_DESCRIPTION_HANDSHAKE_FAILURE ALERT_DESCRIPTION_ILLEGAL_PARAMETER
      ALERT_DESCRIPTION_INSUFFICIENT_SECURITY ALERT_DESCRIPTION_INTERNAL_ERROR
      ALERT_DESCRIPTION_NO_RENEGOTIATION ALERT_DESCRIPTION_PROTOCOL_VERSION
      ALERT_DESCRIPTION_RECORD_OVERFLOW ALERT_DESCRIPTION_UNEXPECTED_MESSAGE
      ALERT_DESCRIPTION_UNKNOWN_CA ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY
      ALERT_DESCRIPTION_UNRECOGNIZED_NAME ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE
      ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION ALERT_DESCRIPTION_USER_CANCELLED AlertDescription
      CERT_NONE CERT_OPTIONAL CERT_REQUIRED CHANNEL_BINDING_TYPES CertificateError
      DER_cert_to_PEM_cert DefaultVerifyPaths HAS_ALPN HAS_ECDH HAS_NEVER_CHECK_COMMON_NAME HAS_NPN
      HAS_PSK? HAS_SNI HAS_SSLv2 HAS_SSLv3 HAS_TLSv1 HAS_TLSv1_1 HAS_TLSv1_2 HAS_TLSv1_3 MemoryBIO
      OPENSSL_VERSION OPENSSL_VERSION_INFO OPENSSL_VERSION_NUMBER OP_ALL
      OP_CIPHER_SERVER_PREFERENCE OP_ENABLE_KTLS? OP_ENABLE_MIDDLEBOX_COMPAT
      OP_IGNORE_UNEXPECTED_EOF OP_LEGACY_SERVER_CONNECT? OP_NO_COMPRESSION OP_NO_RENEGOTIATION
      OP_NO_SSLv2 OP_NO_SSLv3 OP_NO_TICKET OP_NO_TLSv1 OP_NO_TLSv1_1 OP_NO_TLSv1_2 OP_NO_TLSv1_3
      OP_SINGLE_DH_USE OP_SINGLE_ECDH_USE Options PEM_FOOTER PEM_HEADER PEM_cert_to_DER_cert
      PROTOCOL_SSLv23 PROTOCOL_TLS PROTOCOL_TLS_CLIENT PROTOCOL_TLS_SERVER PROTOCOL_TLSv1
      PROTOCOL_TLSv1_1 PROTOCOL_TLSv1_2 Purpose RAND_add RAND_bytes RAND_pseudo_bytes? RAND_status
      SOCK_STREAM SOL_SOCKET SO_TYPE SSLCertVerificationError SSLContext SSLEOFError SSLError
      SSLErrorNumber SSLObject SSLSession SSLSocket SSLSyscallError SSLWantReadError
      SSLWantWriteError SSLZeroReturnError SSL_ERROR_EOF SSL_ERROR_INVALID_ERROR_CODE SSL_ERROR_SSL
      SSL_ERROR_SYSCALL SSL_ERROR_WANT_CONNECT SSL_ERROR_WANT_READ SSL_ERROR_WANT_WRITE
      SSL_ERROR_WANT_X509_LOOKUP SSL_ERROR_ZERO_RETURN TLSVersion VERIFY_ALLOW_PROXY_CERTS?
      VERIFY_CRL_CHECK_CHAIN VERIFY_CRL_CHECK_LEAF VERIFY_DEFAULT VERIFY_X509_PARTIAL_CHAIN?
      VERIFY_X509_STRICT VERIFY_X509_TRUSTED_FIRST VerifyFlags VerifyMode base64=base64
      cert_time_to_seconds create_connection create_default_context errno=errno
      get_default_verify_paths get_protocol_name get_server_certificate match_hostname? namedtuple
      os=os socket socket_error sys=sys warnings=warnings wrap_socket?
    stat: FILE_ATTRIBUTE_ARCHIVE FILE_ATTRIBUTE_COMPRESSED FILE_ATTRIBUTE_DEVICE
      FILE_ATTRIBUTE_DIRECTORY FILE_ATTRIBUTE_ENCRYPTED FILE_ATTRIBUTE_HIDDEN
      FILE_ATTRIBUTE_INTEGRITY_STREAM FILE_ATTRIBUTE_NORMAL FILE_ATTRIBUTE_NOT_CONTENT_INDEXED
      FILE_ATTRIBUTE_NO_SCRUB_DATA FILE_ATTRIBUTE_OFFLINE FILE_ATTRIBUTE_READONLY
      FILE_ATTRIBUTE_REPARSE_POINT FILE_ATTRIBUTE_SPARSE_FILE FILE_ATTRIBUTE_SYSTEM
      FILE_ATTRIBUTE_TEMPORARY FILE_ATTRIBUTE_VIRTUAL SF_APPEND SF_ARCHIVED SF_DATALESS?
      SF_FIRMLINK? SF_IMMUTABLE SF_NOUNLINK SF_RESTRICTED? SF_SETTABLE? SF_SNAPSHOT ST_ATIME
      ST_CTIME ST_DEV ST_GID ST_INO ST_MODE ST_MTIME ST_NLINK ST_SIZE ST_UID S_ENFMT S_IEXEC
      S_IFBLK S_IFCHR S_IFDIR S_IFDOOR S_IFIFO S_IFLNK S_IFMT S_IFPORT S_IFREG S_IFSOCK S_IFWHT
      S_IMODE S_IREAD S_IRGRP S_IROTH S_IRUSR S_IRWXG S_IRWXO S_IRWXU S_ISBLK S_ISCHR S_ISDIR
      S_ISDOOR S_ISFIFO S_ISGID S_ISLNK S_ISPORT S_ISREG S_ISSOCK S_ISUID S_ISVTX S_ISWHT S_IWGRP
      S_IWOTH S_IWRITE S_IWUSR S_IXGRP S_IXOTH S_IXUSR UF_APPEND UF_COMPRESSED UF_DATAVAULT?
      UF_HIDDEN UF_IMMUTABLE UF_NODUMP UF_NOUNLINK UF_OPAQUE UF_SETTABLE? UF_TRACKED? filemode
    statistics: NormalDist StatisticsError correlation? covariance? fmean geometric_mean
      harmonic_mean kde? kde_random? linear_regression? mean median median_grouped median_high
      median_low mode multimode pstdev pvariance quantiles stdev variance
    string: Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits
      hexdigits octdigits printable punctuation whitespace
    stringprep: b1_set b3_exceptions c22_specials c6_set c7_set c8_set c9_set in_table_a1
      in_table_b1 in_table_c11 in_table_c11_c12 in_table_c12 in_table_c21 in_table_c21_c22
      in_table_c22 in_table_c3 in_table_c4 in_table_c5 in_table_c6 in_table_c7 in_table_c8
      in_table_c9 in_table_d1 in_table_d2 map_table_b2 map_table_b3 unicodedata
    struct: Struct calcsize error iter_unpack pack pack_into unpack unpack_from
    subprocess: CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError
      TimeoutExpired call check_call check_output getoutput getstatusoutput run
    sunau: AUDIO_FILE_ENCODING_ADPCM_G721 AUDIO_FILE_ENCODING_ADPCM_G722
      AUDIO_FILE_ENCODING_ADPCM_G723_3 AUDIO_FILE_ENCODING_ADPCM_G723_5 AUDIO_FILE_ENCODING_ALAW_8
      AUDIO_FILE_ENCODING_DOUBLE AUDIO_FILE_ENCODING_FLOAT AUDIO_FILE_ENCODING_LINEAR_16
      AUDIO_FILE_ENCODING_LINEAR_24 AUDIO_FILE_ENCODING_LINEAR_32 AUDIO_FILE_ENCODING_LINEAR_8
      AUDIO_FILE_ENCODING_MULAW_8 AUDIO_FILE_MAGIC AUDIO_UNKNOWN_SIZE Au_read Au_write Error
      namedtuple open warnings?=warnings
    symbol: and_expr and_test annassign arglist argument arith_expr assert_stmt async_funcdef
      async_stmt atom atom_expr augassign break_stmt classdef comp_for comp_if comp_iter comp_op
      comparison compound_stmt continue_stmt decorated decorator decorators del_stmt dictorsetmaker
      dotted_as_name dotted_as_names dotted_name encoding_decl eval_input except_clause expr
      expr_stmt exprlist factor file_input flow_stmt for_stmt func_body_suite func_type
      func_type_input funcdef global_stmt if_stmt import_as_name import_as_names import_from
      import_name import_stmt lambdef lambdef_nocond namedexpr_test nonlocal_stmt not_test or_test
      parameters pass_stmt power raise_stmt return_stmt shift_expr simple_stmt single_input sliceop
      small_stmt star_expr stmt subscript subscriptlist suite sym_name sync_comp_for term test
      test_nocond testlist testlist_comp testlist_star_expr tfpdef trailer try_stmt typedargslist
      typelist varargslist vfpdef warnings=warnings while_stmt with_item with_stmt xor_expr
      yield_arg yield_expr yield_stmt
    symtable: Class Function Symbol SymbolTable SymbolTableType? symtable
    sys: abiflags activate_stack_trampoline? addaudithook api_version argv audit base_exec_prefix
      base_prefix breakpointhook builtin_module_names byteorder call_tracing copyright
      deactivate_stack_trampoline? displayhook dont_write_bytecode exc_info excepthook exception?
      exec_prefix executable exit flags float_info float_repr_style get_asyncgen_hooks
      get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks
      getdefaultencoding getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile
      getrecursionlimit getrefcount getsizeof getswitchinterval gettrace getunicodeinternedsize?
      hash_info hexversion implementation int_info intern is_finalizing is_stack_trampoline_active?
      maxsize maxunicode meta_path modules monitoring? orig_argv? path path_hooks
      path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks
      set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile
      setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names? stdout
      thread_info unraisablehook version version_info warnoptions
    sysconfig: get_config_h_filename get_config_var get_config_vars get_makefile_filename get_path
      get_path_names get_paths get_platform get_python_version get_scheme_names parse_config_h
    syslog: LOG_ALERT LOG_AUTH LOG_AUTHPRIV LOG_CONS LOG_CRIT LOG_CRON LOG_DAEMON LOG_DEBUG
      LOG_EMERG LOG_ERR LOG_FTP? LOG_INFO LOG_KERN LOG_LOCAL0 LOG_LOCAL1 LOG_LOCAL2 LOG_LOCAL3
      LOG_LOCAL4 LOG_LOCAL5 LOG_LOCAL6 LOG_LOCAL7 LOG_LPR LOG_MAIL LOG_MASK LOG_NDELAY LOG_NEWS
      LOG_NOTICE LOG_NOWAIT LOG_ODELAY LOG_PERROR LOG_PID LOG_SYSLOG LOG_UPTO LOG_USER LOG_UUCP
      LOG_WARNING closelog openlog setlogmask syslog
    tabnanny: NannyNag check process_tokens
    tarfile: AbsoluteLinkError? AbsolutePathError? CompressionError DEFAULT_FORMAT ENCODING
      ExtractError FilterError? GNU_FORMAT HeaderError LinkOutsideDestinationError?
      OutsideDestinationError? PAX_FORMAT ReadError SpecialFileError? StreamError TarError TarFile
      TarInfo USTAR_FORMAT data_filter? fully_trusted_filter? is_tarfile open tar_filter?
    telnetlib: Telnet
    tempfile: NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile
      gettempdir gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir
    termios: B0 B1000000 B110 B115200 B1152000 B1200 B134 B150 B1500000 B1800 B19200 B200 B2000000
      B230400 B2400 B2500000 B300 B3000000 B3500000 B38400 B4000000 B460800 B4800 B50 B500000
      B57600 B576000 B600 B75 B921600 B9600 BRKINT BS0 BS1 BSDLY CBAUD CBAUDEX CDSUSP CEOF CEOL
      CEOT CERASE CFLUSH CIBAUD CINTR CKILL CLNEXT CLOCAL CQUIT CR0 CR1 CR2 CR3 CRDLY CREAD CRPRNT
      CRTSCTS CS5 CS6 CS7 CS8 CSIZE CSTART CSTOP CSTOPB CSUSP CWERASE ECHO ECHOCTL ECHOE ECHOK
      ECHOKE ECHONL ECHOPRT EXTA EXTB EXTPROC? FF0 FF1 FFDLY FIOASYNC FIOCLEX FIONBIO FIONCLEX
      FIONREAD FLUSHO HUPCL ICANON ICRNL IEXTEN IGNBRK IGNCR IGNPAR IMAXBEL INLCR INPCK
      IOCSIZE_MASK IOCSIZE_SHIFT ISIG ISTRIP IUCLC IUTF8? IXANY IXOFF IXON NCC NCCS NL0 NL1 NLDLY
      NOFLSH N_MOUSE N_PPP N_SLIP N_STRIP N_TTY OCRNL OFDEL OFILL OLCUC ONLCR ONLRET ONOCR OPOST
      PARENB PARMRK PARODD PENDIN TAB0 TAB1 TAB2 TAB3 TABDLY TCFLSH TCGETA TCGETS TCIFLUSH TCIOFF
      TCIOFLUSH TCION TCOFLUSH TCOOFF TCOON TCSADRAIN TCSAFLUSH TCSANOW TCSBRK TCSBRKP TCSETA
      TCSETAF TCSETAW TCSETS TCSETSF TCSETSW TCXONC TIOCCONS TIOCEXCL TIOCGETD TIOCGICOUNT
      TIOCGLCKTRMIOS TIOCGPGRP TIOCGSERIAL TIOCGSOFTCAR TIOCGWINSZ TIOCINQ TIOCLINUX TIOCMBIC
      TIOCMBIS TIOCMGET TIOCMIWAIT TIOCMSET TIOCM_CAR TIOCM_CD TIOCM_CTS TIOCM_DSR TIOCM_DTR
      TIOCM_LE TIOCM_RI TIOCM_RNG TIOCM_RTS TIOCM_SR TIOCM_ST TIOCNOTTY TIOCNXCL TIOCOUTQ TIOCPKT
      TIOCPKT_DATA TIOCPKT_DOSTOP TIOCPKT_FLUSHREAD TIOCPKT_FLUSHWRITE TIOCPKT_NOSTOP TIOCPKT_START
      TIOCPKT_STOP TIOCSCTTY TIOCSERCONFIG TIOCSERGETLSR TIOCSERGETMULTI TIOCSERGSTRUCT
      TIOCSERGWILD TIOCSERSETMULTI TIOCSERSWILD TIOCSER_TEMT TIOCSETD TIOCSLCKTRMIOS TIOCSPGRP
      TIOCSSERIAL TIOCSSOFTCAR TIOCSTI TIOCSWINSZ TOSTOP VDISCARD VEOF VEOL VEOL2 VERASE VINTR
      VKILL VLNEXT VMIN VQUIT VREPRINT VSTART VSTOP VSUSP VSWTC VSWTCH VT0 VT1 VTDLY VTIME VWERASE
      XCASE XTABS error tcdrain tcflow tcflush tcgetattr tcgetwinsize? tcsendbreak tcsetattr
      tcsetwinsize?
    textwrap: TextWrapper dedent fill indent shorten wrap
    threading: Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock
      RLock Semaphore TIMEOUT_MAX Thread ThreadError Timer active_count current_thread enumerate
      excepthook get_ident get_native_id getprofile? gettrace? local main_thread setprofile
      setprofile_all_threads? settrace settrace_all_threads? stack_size
    time: CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID
      CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime
      clock_gettime_ns clock_settime clock_settime_ns ctime daylight get_clock_info gmtime
      localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time
      process_time_ns pthread_getcpuclockid sleep strftime strptime struct_time thread_time
      thread_time_ns time time_ns timezone tzname tzset
    timeit: Timer default_timer repeat timeit
    tkinter: ACTIVE ALL ANCHOR ARC BASELINE BEVEL BOTH BOTTOM BROWSE BUTT BaseWidget BitmapImage
      BooleanVar Button CASCADE CENTER CHAR CHECKBUTTON CHORD COMMAND CURRENT CallWrapper Canvas
      Checkbutton DISABLED DOTBOX DoubleVar E END EW EXCEPTION EXTENDED Entry Event EventType FALSE
      FIRST FLAT Frame GROOVE Grid HIDDEN HORIZONTAL INSERT INSIDE Image IntVar LAST LEFT Label
      LabelFrame Listbox MITER MOVETO MULTIPLE Menu Menubutton Message Misc N NE NO NONE NORMAL NS
      NSEW NUMERIC NW NoDefaultRoot OFF ON OUTSIDE OptionMenu PAGES PIESLICE PROJECTING Pack
      PanedWindow PhotoImage Place RADIOBUTTON RAISED READABLE RIDGE RIGHT ROUND Radiobutton S
      SCROLL SE SEL SEL_FIRST SEL_LAST SEPARATOR SINGLE SOLID SUNKEN SW Scale Scrollbar Spinbox
      StringVar TOP TRUE Tcl TclError TclVersion Text Tk TkVersion Toplevel UNDERLINE UNITS
      VERTICAL Variable W WORD WRITABLE Widget Wm X XView Y YES YView getboolean getdouble getint
      image_names image_types mainloop
    tkinter.colorchooser: Chooser askcolor
    tkinter.commondialog: Dialog
    tkinter.constants: ACTIVE ALL ANCHOR ARC BASELINE BEVEL BOTH BOTTOM BROWSE BUTT CASCADE CENTER
      CHAR CHECKBUTTON CHORD COMMAND CURRENT DISABLED DOTBOX E END EW EXTENDED FALSE FIRST FLAT
      GROOVE HIDDEN HORIZONTAL INSERT INSIDE LAST LEFT MITER MOVETO MULTIPLE N NE NO NONE NORMAL NS
      NSEW NUMERIC NW OFF ON OUTSIDE PAGES PIESLICE PROJECTING RADIOBUTTON RAISED RIDGE RIGHT ROUND
      S SCROLL SE SEL SEL_FIRST SEL_LAST SEPARATOR SINGLE SOLID SUNKEN SW TOP TRUE UNDERLINE UNITS
      VERTICAL W WORD X Y YES
    tkinter.dialog: Dialog
    tkinter.dnd: DndHandler dnd_start
    tkinter.filedialog: Directory FileDialog LoadFileDialog Open SaveAs SaveFileDialog askdirectory
      askopenfile askopenfilename askopenfilenames askopenfiles asksaveasfile asksaveasfilename
    tkinter.font: BOLD Font ITALIC NORMAL ROMAN families names nametofont
    tkinter.messagebox: askokcancel askquestion askretrycancel askyesno askyesnocancel showerror
      showinfo showwarning
    tkinter.scrolledtext: ScrolledText
    tkinter.simpledialog: ACTIVE ALL ANCHOR ARC BASELINE BEVEL BOTH BOTTOM BROWSE BUTT BaseWidget
      BitmapImage BooleanVar Button CASCADE CENTER CHAR CHECKBUTTON CHORD COMMAND CURRENT
      CallWrapper Canvas Checkbutton DISABLED DOTBOX Dialog DoubleVar E END EW EXCEPTION EXTENDED
      Entry Event EventType FALSE FIRST FLAT Frame GROOVE Grid HIDDEN HORIZONTAL INSERT INSIDE
      Image IntVar LAST LEFT Label LabelFrame Listbox MITER MOVETO MULTIPLE Menu Menubutton Message
      Misc N NE NO NONE NORMAL NS NSEW NUMERIC NW NoDefaultRoot OFF ON OUTSIDE OptionMenu PAGES
      PIESLICE PROJECTING Pack PanedWindow PhotoImage Place RADIOBUTTON RAISED READABLE RIDGE RIGHT
      ROUND Radiobutton S SCROLL SE SEL SEL_FIRST SEL_LAST SEPARATOR SINGLE SOLID SUNKEN SW Scale
      Scrollbar SimpleDialog Spinbox StringVar TOP TRUE Tcl TclError TclVersion Text Tk TkVersion
      Toplevel UNDERLINE UNITS VERTICAL Variable W WORD WRITABLE Widget Wm X XView Y YES YView
      askfloat askinteger askstring getboolean getdouble getint image_names image_types mainloop
      messagebox=tkinter.messagebox
    tkinter.test:
    tkinter.tix: ACROSSTOP ACTIVE ALL ANCHOR ARC ASCII AUTO BALLOON BASELINE BEVEL BOTH BOTTOM
      BROWSE BUTT Balloon BaseWidget BitmapImage BooleanVar Button ButtonBox CASCADE CELL CENTER
      CHAR CHECKBUTTON CHORD COLUMN COMMAND CObjView CURRENT CallWrapper Canvas CheckList
      Checkbutton ComboBox Control DECREASING DISABLED DOTBOX DialogShell DirList DirSelectBox
      DirSelectDialog DirTree DisplayStyle DoubleVar E END EW EXCEPTION EXTENDED Entry Event
      EventType ExFileSelectBox ExFileSelectDialog FALSE FIRST FLAT FileEntry FileSelectBox
      FileSelectDialog FileTypeList Form Frame GROOVE Grid HIDDEN HList HORIZONTAL IMAGE IMAGETEXT
      IMMEDIATE INCREASING INSERT INSIDE INTEGER Image InputOnly IntVar LAST LEFT Label LabelEntry
      LabelFrame ListNoteBook Listbox MAIN MAX MITER MOVETO MULTIPLE Menu Menubutton Message Meter
      Misc N NE NO NONE NORMAL NS NSEW NUMERIC NW NoDefaultRoot NoteBook NoteBookFrame OFF ON
      OUTSIDE OptionMenu OptionName PAGES PIESLICE PROJECTING Pack PanedWindow PhotoImage Place
      PopupMenu RADIOBUTTON RAISED READABLE REAL RIDGE RIGHT ROUND ROW Radiobutton ResizeHandle S
      SCROLL SE SEL SEL_FIRST SEL_LAST SEPARATOR SINGLE SOLID STATUS SUNKEN SW S_REGION Scale
      Scrollbar ScrolledGrid ScrolledHList ScrolledListBox ScrolledTList ScrolledText
      ScrolledWindow Select Shell Spinbox StdButtonBox StringVar TCL_ALL_EVENTS TCL_DONT_WAIT
      TCL_FILE_EVENTS TCL_IDLE_EVENTS TCL_TIMER_EVENTS TCL_WINDOW_EVENTS TEXT TList TOP TRUE Tcl
      TclError TclVersion Text TixSubWidget TixWidget Tk TkVersion Toplevel Tree UNDERLINE UNITS
      VERTICAL Variable W WINDOW WORD WRITABLE Widget Wm X XView X_REGION Y YES YView Y_REGION
      getboolean getdouble getint image_names image_types mainloop os=os tixCommand tkinter=tkinter
      warnings?=warnings
    tkinter.ttk: Button Checkbutton Combobox Entry Frame Label LabelFrame LabeledScale Labelframe
      Menubutton Notebook OptionMenu PanedWindow Panedwindow Progressbar Radiobutton Scale
      Scrollbar Separator Sizegrip Spinbox Style Treeview setup_master tclobjs_to_py
    token: AMPER AMPEREQUAL ASYNC? AT ATEQUAL AWAIT? CIRCUMFLEX CIRCUMFLEXEQUAL COLON COLONEQUAL
      COMMA COMMENT DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL DOUBLESTAR DOUBLESTAREQUAL ELLIPSIS
      ENCODING ENDMARKER EQEQUAL EQUAL ERRORTOKEN EXCLAMATION? FSTRING_END? FSTRING_MIDDLE?
      FSTRING_START? GREATER GREATEREQUAL INDENT ISEOF ISNONTERMINAL ISTERMINAL LBRACE LEFTSHIFT
      LEFTSHIFTEQUAL LESS LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL NOTEQUAL NT_OFFSET
      NUMBER N_TOKENS OP PERCENT PERCENTEQUAL PLUS PLUSEQUAL RARROW RBRACE RIGHTSHIFT
      RIGHTSHIFTEQUAL RPAR RSQB SEMI SLASH SLASHEQUAL SOFT_KEYWORD? STAR STAREQUAL STRING TILDE
      TYPE_COMMENT TYPE_IGNORE VBAR VBAREQUAL tok_name
    tokenize: AMPER AMPEREQUAL ASYNC? AT ATEQUAL AWAIT? CIRCUMFLEX CIRCUMFLEXEQUAL COLON COLONEQUAL
      COMMA COMMENT DEDENT DOT DOUBLESLASH DOUBLESLASHEQUAL DOUBLESTAR DOUBLESTAREQUAL ELLIPSIS
      ENCODING ENDMARKER EQEQUAL EQUAL ERRORTOKEN EXCLAMATION? FSTRING_END? FSTRING_MIDDLE?
      FSTRING_START? GREATER GREATEREQUAL INDENT ISEOF ISNONTERMINAL ISTERMINAL LBRACE LEFTSHIFT
      LEFTSHIFTEQUAL LESS LESSEQUAL LPAR LSQB MINEQUAL MINUS NAME NEWLINE NL NOTEQUAL NT_OFFSET
      NUMBER N_TOKENS OP PERCENT PERCENTEQUAL PLUS PLUSEQUAL RARROW RBRACE RIGHTSHIFT
      RIGHTSHIFTEQUAL RPAR RSQB SEMI SLASH SLASHEQUAL SOFT_KEYWORD? STAR STAREQUAL STRING TILDE
      TYPE_COMMENT TYPE_IGNORE TokenError? TokenInfo VBAR VBAREQUAL detect_encoding generate_tokens
      open? tok_name tokenize untokenize
    tomllib: TOMLDecodeError load loads
    trace: CoverageResults Trace
    traceback: FrameSummary StackSummary TracebackException clear_frames extract_stack extract_tb
      format_exc format_exception format_exception_only format_list format_stack format_tb
      print_exc print_exception print_last print_stack print_tb walk_stack walk_tb
    tracemalloc: BaseFilter DomainFilter Filter Frame Iterable Sequence Snapshot Statistic
      StatisticDiff Trace Traceback clear_traces fnmatch=fnmatch get_object_traceback
      get_traceback_limit get_traced_memory get_tracemalloc_memory is_tracing linecache=linecache
      os=os pickle=pickle reset_peak start stop take_snapshot total_ordering
    tty: cfmakecbreak? cfmakeraw? setcbreak setraw
    turtle: Pen RawPen RawTurtle Screen ScrolledCanvas Shape Terminator Turtle TurtleScreen Vec2D
      addshape back backward begin_fill begin_poly bgcolor bgpic bk bye circle clear clearscreen
      clearstamp clearstamps clone color colormode degrees delay distance done dot down end_fill
      end_poly exitonclick fd fillcolor filling forward get_poly get_shapepoly getcanvas getpen
      getscreen getshapes getturtle goto heading hideturtle home ht isdown isvisible left listen lt
      mainloop mode numinput onclick ondrag onkey onkeypress onkeyrelease onrelease onscreenclick
      ontimer pd pen pencolor pendown pensize penup pos position pu radians register_shape reset
      resetscreen resizemode right rt screensize seth setheading setpos setposition settiltangle?
      setundobuffer setup setworldcoordinates setx sety shape shapesize shapetransform shearfactor
      showturtle speed st stamp teleport? textinput tilt tiltangle title towards tracer turtles
      turtlesize undo undobufferentries up update width window_height window_width write
      write_docstringdict xcor ycor
    types: AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CapsuleType? CellType
      ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute EllipsisType?
      FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType
      MappingProxyType MemberDescriptorType MethodDescriptorType MethodType MethodWrapperType
      ModuleType NoneType? NotImplementedType? SimpleNamespace TracebackType UnionType?
      WrapperDescriptorType coroutine get_original_bases? new_class prepare_class resolve_bases
    typing: AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable
      AsyncIterator Awaitable BinaryIO ByteString Callable ChainMap ClassVar Collection
      Concatenate? Container ContextManager Coroutine Counter DefaultDict Deque Dict Final
      ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable Iterator KeysView List
      Literal LiteralString? Mapping MappingView Match MutableMapping MutableSequence MutableSet
      NamedTuple Never? NewType NoDefault? NoReturn NotRequired? Optional OrderedDict ParamSpec?
      ParamSpecArgs? ParamSpecKwargs? Pattern Protocol ReadOnly? Required? Reversible Self?
      Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex
      SupportsInt SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias? TypeAliasType?
      TypeGuard? TypeIs? TypeVar TypeVarTuple? TypedDict Union Unpack? ValuesView assert_never?
      assert_type? cast clear_overloads? dataclass_transform? final get_args get_origin
      get_overloads? get_protocol_members? get_type_hints is_protocol? is_typeddict? no_type_check
      no_type_check_decorator overload override? reveal_type? runtime_checkable
    unicodedata: UCD bidirectional category combining decimal decomposition digit east_asian_width
      is_normalized lookup mirrored name normalize numeric ucd_3_2_0 ucnhash_CAPI? unidata_version
    unittest: FunctionTestCase IsolatedAsyncioTestCase SkipTest TestCase TestLoader TestResult
      TestSuite TextTestResult TextTestRunner addModuleCleanup defaultTestLoader doModuleCleanups?
      enterModuleContext? expectedFailure findTestCases? getTestCaseNames? installHandler main
      makeSuite? registerResult removeHandler removeResult skip skipIf skipUnless
    unittest.async_case: IsolatedAsyncioTestCase TestCase asyncio=asyncio contextvars?=contextvars
      inspect=inspect warnings?=warnings
    unittest.case: DIFF_OMITTED FunctionTestCase SkipTest TestCase addModuleCleanup
      collections=collections contextlib=contextlib difflib=difflib doModuleCleanups
      enterModuleContext? expectedFailure functools=functools pprint=pprint re=re
      result=unittest.result safe_repr skip skipIf skipUnless strclass sys=sys time?=time
      traceback=traceback types=types warnings=warnings
    unittest.loader: TestLoader VALID_MODULE_NAME case=unittest.case defaultTestLoader
      findTestCases? fnmatch fnmatchcase functools=functools getTestCaseNames? makeSuite? os=os
      re=re suite=unittest.suite sys=sys traceback=traceback types=types util=unittest.util
      warnings?=warnings
    unittest.main: MAIN_EXAMPLES MODULE_EXAMPLES TestProgram argparse=argparse installHandler
      loader=unittest.loader main os=os runner=unittest.runner sys=sys warnings?=warnings
    unittest.mock: ANY AsyncMock DEFAULT FILTER_DIR MagicMock Mock NonCallableMagicMock
      NonCallableMock PropertyMock ThreadingMock? call create_autospec mock_open patch seal
      sentinel
    unittest.result: STDERR_LINE STDOUT_LINE TestResult failfast io=io sys=sys traceback=traceback
      util=unittest.util wraps
    unittest.runner: TextTestResult TextTestRunner registerResult result=unittest.result sys=sys
      time=time warnings=warnings
    unittest.signals: installHandler registerResult removeHandler removeResult signal=signal
      weakref=weakref wraps
    unittest.suite: BaseTestSuite TestSuite case=unittest.case sys=sys util=unittest.util
    unittest.test: here loader os=os suite sys=sys unittest=unittest
    unittest.util: Counter commonprefix namedtuple safe_repr sorted_list_difference strclass
      three_way_cmp unorderable_list_difference
    urllib: parse?
    urllib.error: ContentTooShortError HTTPError URLError
    urllib.parse: DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult
      SplitResultBytes parse_qs parse_qsl quote quote_from_bytes quote_plus unquote unquote_plus
      unquote_to_bytes urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit
    urllib.request: AbstractBasicAuthHandler AbstractDigestAuthHandler BaseHandler CacheFTPHandler
      DataHandler FTPHandler FancyURLopener FileHandler HTTPBasicAuthHandler HTTPCookieProcessor
      HTTPDefaultErrorHandler HTTPDigestAuthHandler HTTPErrorProcessor HTTPHandler HTTPPasswordMgr
      HTTPPasswordMgrWithDefaultRealm HTTPPasswordMgrWithPriorAuth HTTPRedirectHandler HTTPSHandler
      OpenerDirector ProxyBasicAuthHandler ProxyDigestAuthHandler ProxyHandler Request URLopener
      UnknownHandler build_opener getproxies install_opener pathname2url url2pathname urlcleanup
      urlopen urlretrieve
    urllib.response: addbase addclosehook addinfo addinfourl
    urllib.robotparser: RobotFileParser
    uu: Error decode encode
    uuid: Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE
      RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ main? os=os
      platform?=platform sys=sys uuid1 uuid3 uuid4 uuid5
    warnings: catch_warnings deprecated? filterwarnings formatwarning resetwarnings showwarning
      simplefilter warn warn_explicit
    wave: Error Wave_read Wave_write open
    weakref: CallableProxyType ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod
      WeakSet WeakValueDictionary finalize getweakrefcount getweakrefs proxy ref
    webbrowser: Error get open open_new open_new_tab register
    wsgiref:
    xdrlib: ConversionError Error Packer Unpacker
    xml.dom: DOMException DOMSTRING_SIZE_ERR DomstringSizeErr EMPTY_NAMESPACE EMPTY_PREFIX
      HIERARCHY_REQUEST_ERR HierarchyRequestErr INDEX_SIZE_ERR INUSE_ATTRIBUTE_ERR
      INVALID_ACCESS_ERR INVALID_CHARACTER_ERR INVALID_MODIFICATION_ERR INVALID_STATE_ERR
      IndexSizeErr InuseAttributeErr InvalidAccessErr InvalidCharacterErr InvalidModificationErr
      InvalidStateErr NAMESPACE_ERR NOT_FOUND_ERR NOT_SUPPORTED_ERR NO_DATA_ALLOWED_ERR
      NO_MODIFICATION_ALLOWED_ERR NamespaceErr NoDataAllowedErr NoModificationAllowedErr Node
      NotFoundErr NotSupportedErr SYNTAX_ERR SyntaxErr UserDataHandler VALIDATION_ERR ValidationErr
      WRONG_DOCUMENT_ERR WrongDocumentErr XHTML_NAMESPACE XMLNS_NAMESPACE XML_NAMESPACE domreg
      getDOMImplementation registerDOMImplementation
    xml.dom.minidom: Attr AttributeList CDATASection CharacterData Childless Comment
      DOMImplementation DOMImplementationLS Document DocumentFragment DocumentLS DocumentType
      EMPTY_NAMESPACE EMPTY_PREFIX Element ElementInfo EmptyNodeList Entity Identified NamedNodeMap
      Node NodeList Notation ProcessingInstruction ReadOnlySequentialNamedNodeMap StringTypes Text
      TypeInfo XMLNS_NAMESPACE defproperty domreg=xml.dom.domreg getDOMImplementation io=io parse
      parseString xml=xml
    xml.etree.ElementTree: C14NWriterTarget Comment Element ElementTree PI ParseError
      ProcessingInstruction QName SubElement TreeBuilder VERSION XML XMLID XMLParser XMLPullParser
      canonicalize dump fromstring fromstringlist indent iselement iterparse parse
      register_namespace tostring tostringlist
    xmlrpc:
    xxlimited: Error? Null? Str Xxo error? foo new roj?
    xxlimited_35: Null Str Xxo error foo new roj
    xxsubtype: bench spamdict spamlist
    zipapp: ZipAppError create_archive get_interpreter
    zipfile: BadZipFile BadZipfile LargeZipFile Path PyZipFile ZIP_BZIP2 ZIP_DEFLATED ZIP_LZMA
      ZIP_STORED ZipFile ZipInfo error is_zipfile
    zipimport: ZipImportError zipimporter
    zlib: DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIB_RUNTIME_VERSION ZLIB_VERSION
      Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED
      Z_FINISH Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH
      Z_RLE Z_SYNC_FLUSH Z_TREES adler32 compress compressobj crc32 decompress decompressobj error
    zoneinfo: InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones
      reset_tzpath
    matplotlib.pylab+: AbstractContextManager=matplotlib.pyplot.AbstractContextManager
      Annotation=matplotlib.pyplot.Annotation Arrow=matplotlib.pyplot.Arrow
      Artist=matplotlib.pyplot.Artist AutoLocator=matplotlib.pyplot.AutoLocator
      AxLine=matplotlib.pyplot.AxLine Axes=matplotlib.pyplot.Axes
      BackendFilter=matplotlib.pyplot.BackendFilter BitGenerator Button=matplotlib.pyplot.Button
      Circle=matplotlib.pyplot.Circle Colorizer=matplotlib.pyplot.Colorizer
      ColorizingArtist=matplotlib.pyplot.ColorizingArtist Colormap=matplotlib.pyplot.Colormap DAILY
      DateFormatter DateLocator DayLocator Enum=matplotlib.pyplot.Enum
      ExitStack=matplotlib.pyplot.ExitStack FR False_=numpy.False_ Figure=matplotlib.pyplot.Figure
      FigureBase=matplotlib.pyplot.FigureBase FigureCanvasBase=matplotlib.pyplot.FigureCanvasBase
      FigureManagerBase=matplotlib.pyplot.FigureManagerBase
      FixedFormatter=matplotlib.pyplot.FixedFormatter FixedLocator=matplotlib.pyplot.FixedLocator
      FormatStrFormatter=matplotlib.pyplot.FormatStrFormatter Formatter=matplotlib.pyplot.Formatter
      FuncFormatter=matplotlib.pyplot.FuncFormatter Generator GridSpec=matplotlib.pyplot.GridSpec
      HOURLY HourLocator IO=matplotlib.pyplot.IO IndexLocator=matplotlib.pyplot.IndexLocator
      LinAlgError Line2D=matplotlib.pyplot.Line2D LinearLocator=matplotlib.pyplot.LinearLocator
      Locator=matplotlib.pyplot.Locator LogFormatter=matplotlib.pyplot.LogFormatter
      LogFormatterExponent=matplotlib.pyplot.LogFormatterExponent
      LogFormatterMathtext=matplotlib.pyplot.LogFormatterMathtext
      LogLocator=matplotlib.pyplot.LogLocator MINUTELY MO MONTHLY MT19937
      MaxNLocator=matplotlib.pyplot.MaxNLocator MinuteLocator MonthLocator
      MouseButton=matplotlib.pyplot.MouseButton MultipleLocator=matplotlib.pyplot.MultipleLocator
      Normalize=matplotlib.pyplot.Normalize NullFormatter=matplotlib.pyplot.NullFormatter
      NullLocator=matplotlib.pyplot.NullLocator PCG64 PCG64DXSM Philox
      PolarAxes=matplotlib.pyplot.PolarAxes Polygon=matplotlib.pyplot.Polygon RRuleLocator
      RandomState Rectangle=matplotlib.pyplot.Rectangle SA SECONDLY SFC64 SU
      ScalarFormatter=matplotlib.pyplot.ScalarFormatter ScalarType=numpy.ScalarType SecondLocator
      SeedSequence Slider=matplotlib.pyplot.Slider Subplot=matplotlib.pyplot.Subplot
      SubplotSpec=matplotlib.pyplot.SubplotSpec TH TU TYPE_CHECKING=matplotlib.pyplot.TYPE_CHECKING
      Text=matplotlib.pyplot.Text TickHelper=matplotlib.pyplot.TickHelper True_=numpy.True_ WE
      WEEKLY WeekdayLocator Widget=matplotlib.pyplot.Widget YEARLY YearLocator abs
      absolute=numpy.absolute acorr=matplotlib.pyplot.acorr acos=numpy.acos acosh=numpy.acosh
      add=numpy.add all=numpy.all allclose=numpy.allclose amax=numpy.amax amin=numpy.amin
      angle=numpy.angle angle_spectrum=matplotlib.pyplot.angle_spectrum
      annotate=matplotlib.pyplot.annotate annotations=matplotlib.pyplot.annotations any=numpy.any
      append=numpy.append apply_along_axis=numpy.apply_along_axis
      apply_over_axes=numpy.apply_over_axes arange=numpy.arange arccos=numpy.arccos
      arccosh=numpy.arccosh arcsin=numpy.arcsin arcsinh=numpy.arcsinh arctan=numpy.arctan
      arctan2=numpy.arctan2 arctanh=numpy.arctanh argmax=numpy.argmax argmin=numpy.argmin
      argpartition=numpy.argpartition argsort=numpy.argsort argwhere=numpy.argwhere
      around=numpy.around array=numpy.array array2string=numpy.array2string
      array_equal=numpy.array_equal array_equiv=numpy.array_equiv array_repr=numpy.array_repr
      array_split=numpy.array_split array_str=numpy.array_str arrow=matplotlib.pyplot.arrow
      asanyarray=numpy.asanyarray asarray=numpy.asarray asarray_chkfinite=numpy.asarray_chkfinite
      ascontiguousarray=numpy.ascontiguousarray asfortranarray=numpy.asfortranarray asin=numpy.asin
      asinh=numpy.asinh asmatrix=numpy.asmatrix astype=numpy.astype atan=numpy.atan
      atan2=numpy.atan2 atanh=numpy.atanh atleast_1d=numpy.atleast_1d atleast_2d=numpy.atleast_2d
      atleast_3d=numpy.atleast_3d autoscale=matplotlib.pyplot.autoscale
      autumn=matplotlib.pyplot.autumn available_backends=matplotlib.pyplot.available_backends
      average=numpy.average axes=matplotlib.pyplot.axes axhline=matplotlib.pyplot.axhline
      axhspan=matplotlib.pyplot.axhspan axis=matplotlib.pyplot.axis axline=matplotlib.pyplot.axline
      axvline=matplotlib.pyplot.axvline axvspan=matplotlib.pyplot.axvspan
      backend_registry=matplotlib.pyplot.backend_registry bar=matplotlib.pyplot.bar
      bar_label=matplotlib.pyplot.bar_label barbs=matplotlib.pyplot.barbs
      barh=matplotlib.pyplot.barh bartlett=numpy.bartlett base_repr=numpy.base_repr beta
      binary_repr=numpy.binary_repr bincount=numpy.bincount binomial bitwise_and=numpy.bitwise_and
      bitwise_count=numpy.bitwise_count bitwise_invert=numpy.bitwise_invert
      bitwise_left_shift=numpy.bitwise_left_shift bitwise_not=numpy.bitwise_not
      bitwise_or=numpy.bitwise_or bitwise_right_shift=numpy.bitwise_right_shift
      bitwise_xor=numpy.bitwise_xor blackman=numpy.blackman block=numpy.block bmat=numpy.bmat
      bone=matplotlib.pyplot.bone bool bool_=numpy.bool_ box=matplotlib.pyplot.box
      boxplot=matplotlib.pyplot.boxplot broadcast=numpy.broadcast
      broadcast_arrays=numpy.broadcast_arrays broadcast_shapes=numpy.broadcast_shapes
      broadcast_to=numpy.broadcast_to broken_barh=matplotlib.pyplot.broken_barh
      busday_count=numpy.busday_count busday_offset=numpy.busday_offset
      busdaycalendar=numpy.busdaycalendar byte=numpy.byte bytes bytes_=numpy.bytes_ c_=numpy.c_
      can_cast=numpy.can_cast cast=matplotlib.pyplot.cast cbook=matplotlib.cbook cbrt=numpy.cbrt
      cdouble=numpy.cdouble ceil=numpy.ceil char=numpy.char character=numpy.character chisquare
      choice cholesky choose=numpy.choose cla=matplotlib.pyplot.cla clabel=matplotlib.pyplot.clabel
      clf=matplotlib.pyplot.clf clim=matplotlib.pyplot.clim clip=numpy.clip
      clongdouble=numpy.clongdouble close=matplotlib.pyplot.close cm=matplotlib.cm
      cohere=matplotlib.pyplot.cohere color_sequences=matplotlib.pyplot.color_sequences
      colorbar=matplotlib.pyplot.colorbar colormaps=matplotlib.pyplot.colormaps
      column_stack=numpy.column_stack common_type=numpy.common_type complex128=numpy.complex128
      complex256=numpy.complex256 complex64=numpy.complex64 complexfloating=numpy.complexfloating
      compress=numpy.compress concat=numpy.concat concatenate=numpy.concatenate cond
      conj=numpy.conj conjugate=numpy.conjugate connect=matplotlib.pyplot.connect
      contour=matplotlib.pyplot.contour contourf=matplotlib.pyplot.contourf convolve=numpy.convolve
      cool=matplotlib.pyplot.cool copper=matplotlib.pyplot.copper copy=numpy.copy
      copysign=numpy.copysign copyto=numpy.copyto core=numpy.core corrcoef=numpy.corrcoef
      correlate=numpy.correlate cos=numpy.cos cosh=numpy.cosh count_nonzero=numpy.count_nonzero
      cov=numpy.cov cross csd=matplotlib.pyplot.csd csingle=numpy.csingle ctypeslib=numpy.ctypeslib
      cumprod=numpy.cumprod cumsum=numpy.cumsum cumulative_prod=numpy.cumulative_prod
      cumulative_sum=numpy.cumulative_sum cycler=matplotlib.pyplot.cycler date2num datestr2num
      datetime=datetime datetime64=numpy.datetime64 datetime_as_string=numpy.datetime_as_string
      datetime_data=numpy.datetime_data default_rng deg2rad=numpy.deg2rad degrees=numpy.degrees
      delaxes=matplotlib.pyplot.delaxes delete=numpy.delete det detrend detrend_linear detrend_mean
      detrend_none diag=numpy.diag diag_indices=numpy.diag_indices
      diag_indices_from=numpy.diag_indices_from diagflat=numpy.diagflat diagonal diff=numpy.diff
      digitize=numpy.digitize dirichlet disconnect=matplotlib.pyplot.disconnect divide=numpy.divide
      divmod=numpy.divmod dot=numpy.dot double=numpy.double drange draw=matplotlib.pyplot.draw
      draw_all=matplotlib.pyplot.draw_all draw_if_interactive=matplotlib.pyplot.draw_if_interactive
      dsplit=numpy.dsplit dstack=numpy.dstack dtype=numpy.dtype dtypes=numpy.dtypes e=numpy.e
      ecdf=matplotlib.pyplot.ecdf ediff1d=numpy.ediff1d eig eigh eigvals eigvalsh
      einsum=numpy.einsum einsum_path=numpy.einsum_path emath=numpy.lib.scimath empty=numpy.empty
      empty_like=numpy.empty_like equal=numpy.equal errorbar=matplotlib.pyplot.errorbar
      errstate=numpy.errstate euler_gamma=numpy.euler_gamma eventplot=matplotlib.pyplot.eventplot
      exceptions=numpy.exceptions exp=numpy.exp exp2=numpy.exp2 expand_dims=numpy.expand_dims
      expm1=numpy.expm1 exponential extract=numpy.extract eye=numpy.eye f f2py=numpy.f2py
      fabs=numpy.fabs fft fft2 fftfreq fftn fftshift figaspect=matplotlib.pyplot.figaspect
      figimage=matplotlib.pyplot.figimage figlegend=matplotlib.pyplot.figlegend
      fignum_exists=matplotlib.pyplot.fignum_exists figtext=matplotlib.pyplot.figtext
      figure=matplotlib.pyplot.figure fill=matplotlib.pyplot.fill
      fill_between=matplotlib.pyplot.fill_between fill_betweenx=matplotlib.pyplot.fill_betweenx
      fill_diagonal=numpy.fill_diagonal findobj=matplotlib.pyplot.findobj finfo=numpy.finfo
      fix=numpy.fix flag=matplotlib.pyplot.flag flatiter=numpy.flatiter
      flatnonzero=numpy.flatnonzero flatten flexible=numpy.flexible flip=numpy.flip
      fliplr=numpy.fliplr flipud=numpy.flipud float128=numpy.float128 float16=numpy.float16
      float32=numpy.float32 float64=numpy.float64 float_power=numpy.float_power
      floating=numpy.floating floor=numpy.floor floor_divide=numpy.floor_divide fmax=numpy.fmax
      fmin=numpy.fmin fmod=numpy.fmod format_float_positional=numpy.format_float_positional
      format_float_scientific=numpy.format_float_scientific frexp=numpy.frexp
      from_dlpack=numpy.from_dlpack frombuffer=numpy.frombuffer fromfile=numpy.fromfile
      fromfunction=numpy.fromfunction fromiter=numpy.fromiter frompyfunc=numpy.frompyfunc
      fromregex=numpy.fromregex fromstring=numpy.fromstring full=numpy.full
      full_like=numpy.full_like functools=functools gamma gca=matplotlib.pyplot.gca gcd=numpy.gcd
      gcf=matplotlib.pyplot.gcf gci=matplotlib.pyplot.gci generic=numpy.generic
      genfromtxt=numpy.genfromtxt geometric geomspace=numpy.geomspace get=matplotlib.pyplot.get
      get_backend=matplotlib.pyplot.get_backend get_cmap=matplotlib.pyplot.get_cmap
      get_current_fig_manager=matplotlib.pyplot.get_current_fig_manager
      get_figlabels=matplotlib.pyplot.get_figlabels get_fignums=matplotlib.pyplot.get_fignums
      get_include=numpy.get_include get_plot_commands=matplotlib.pyplot.get_plot_commands
      get_printoptions=numpy.get_printoptions get_scale_names=matplotlib.pyplot.get_scale_names
      get_state getbufsize=numpy.getbufsize geterr=numpy.geterr geterrcall=numpy.geterrcall
      getp=matplotlib.pyplot.getp ginput=matplotlib.pyplot.ginput gradient=numpy.gradient
      gray=matplotlib.pyplot.gray greater=numpy.greater greater_equal=numpy.greater_equal
      grid=matplotlib.pyplot.grid grouped_bar=matplotlib.pyplot.grouped_bar gumbel half=numpy.half
      hamming=numpy.hamming hanning=numpy.hanning heaviside=numpy.heaviside
      hexbin=matplotlib.pyplot.hexbin hfft hist=matplotlib.pyplot.hist
      hist2d=matplotlib.pyplot.hist2d histogram=numpy.histogram histogram2d=numpy.histogram2d
      histogram_bin_edges=numpy.histogram_bin_edges histogramdd=numpy.histogramdd
      hlines=matplotlib.pyplot.hlines hot=matplotlib.pyplot.hot hsplit=numpy.hsplit
      hstack=numpy.hstack hsv=matplotlib.pyplot.hsv hypergeometric hypot=numpy.hypot i0=numpy.i0
      identity=numpy.identity ifft ifft2 ifftn ifftshift ihfft iinfo=numpy.iinfo imag=numpy.imag
      importlib=importlib imread=matplotlib.pyplot.imread imsave=matplotlib.pyplot.imsave
      imshow=matplotlib.pyplot.imshow index_exp=numpy.index_exp indices=numpy.indices
      inexact=numpy.inexact inf=numpy.inf inferno=matplotlib.pyplot.inferno info=numpy.info
      inner=numpy.inner insert=numpy.insert inspect=inspect
      install_repl_displayhook=matplotlib.pyplot.install_repl_displayhook int16=numpy.int16
      int32=numpy.int32 int64=numpy.int64 int8=numpy.int8 int_=numpy.int_ intc=numpy.intc
      integer=numpy.integer interactive=matplotlib.pyplot.interactive interp=numpy.interp
      intersect1d=numpy.intersect1d intp=numpy.intp inv invert=numpy.invert
      ioff=matplotlib.pyplot.ioff ion=matplotlib.pyplot.ion irfft irfft2 irfftn
      is_busday=numpy.is_busday isclose=numpy.isclose iscomplex=numpy.iscomplex
      iscomplexobj=numpy.iscomplexobj isdtype=numpy.isdtype isfinite=numpy.isfinite
      isfortran=numpy.isfortran isin=numpy.isin isinf=numpy.isinf
      isinteractive=matplotlib.pyplot.isinteractive isnan=numpy.isnan isnat=numpy.isnat
      isneginf=numpy.isneginf isposinf=numpy.isposinf isreal=numpy.isreal isrealobj=numpy.isrealobj
      isscalar=numpy.isscalar issubdtype=numpy.issubdtype iterable=numpy.iterable ix_=numpy.ix_
      jet=matplotlib.pyplot.jet kaiser=numpy.kaiser kron=numpy.kron laplace lcm=numpy.lcm
      ldexp=numpy.ldexp left_shift=numpy.left_shift legend=matplotlib.pyplot.legend less=numpy.less
      less_equal=numpy.less_equal lexsort=numpy.lexsort lib=numpy.lib linalg=numpy.linalg
      linspace=numpy.linspace little_endian=numpy.little_endian load=numpy.load
      loadtxt=numpy.loadtxt locator_params=matplotlib.pyplot.locator_params log=numpy.log
      log10=numpy.log10 log1p=numpy.log1p log2=numpy.log2 logaddexp=numpy.logaddexp
      logaddexp2=numpy.logaddexp2 logging=logging logical_and=numpy.logical_and
      logical_not=numpy.logical_not logical_or=numpy.logical_or logical_xor=numpy.logical_xor
      logistic loglog=matplotlib.pyplot.loglog lognormal logseries logspace=numpy.logspace
      long=numpy.long longdouble=numpy.longdouble longlong=numpy.longlong lstsq ma=numpy.ma
      magma=matplotlib.pyplot.magma magnitude_spectrum=matplotlib.pyplot.magnitude_spectrum
      margins=matplotlib.pyplot.margins mask_indices=numpy.mask_indices matmul
      matplotlib=matplotlib matrix=numpy.matrix matrix_norm matrix_power matrix_rank
      matrix_transpose matshow=matplotlib.pyplot.matshow matvec=numpy.matvec max
      maximum=numpy.maximum may_share_memory=numpy.may_share_memory mean=numpy.mean
      median=numpy.median memmap=numpy.memmap meshgrid=numpy.meshgrid mgrid=numpy.mgrid min
      min_scalar_type=numpy.min_scalar_type minimum=numpy.minimum
      minorticks_off=matplotlib.pyplot.minorticks_off minorticks_on=matplotlib.pyplot.minorticks_on
      mintypecode=numpy.mintypecode mlab=matplotlib.mlab mod=numpy.mod modf=numpy.modf
      moveaxis=numpy.moveaxis mpl=matplotlib multi_dot multinomial multiply=numpy.multiply
      multivariate_normal nan=numpy.nan nan_to_num=numpy.nan_to_num nanargmax=numpy.nanargmax
      nanargmin=numpy.nanargmin nancumprod=numpy.nancumprod nancumsum=numpy.nancumsum
      nanmax=numpy.nanmax nanmean=numpy.nanmean nanmedian=numpy.nanmedian nanmin=numpy.nanmin
      nanpercentile=numpy.nanpercentile nanprod=numpy.nanprod nanquantile=numpy.nanquantile
      nanstd=numpy.nanstd nansum=numpy.nansum nanvar=numpy.nanvar ndarray=numpy.ndarray
      ndenumerate=numpy.ndenumerate ndim=numpy.ndim ndindex=numpy.ndindex nditer=numpy.nditer
      negative=numpy.negative negative_binomial nested_iters=numpy.nested_iters
      new_figure_manager=matplotlib.pyplot.new_figure_manager newaxis=numpy.newaxis
      nextafter=numpy.nextafter nipy_spectral=matplotlib.pyplot.nipy_spectral noncentral_chisquare
      noncentral_f nonzero=numpy.nonzero norm normal not_equal=numpy.not_equal np=numpy num2date
      number=numpy.number object_=numpy.object_ ogrid=numpy.ogrid ones=numpy.ones
      ones_like=numpy.ones_like outer overload=matplotlib.pyplot.overload packbits=numpy.packbits
      pad=numpy.pad pareto partition=numpy.partition pause=matplotlib.pyplot.pause
      pcolor=matplotlib.pyplot.pcolor pcolormesh=matplotlib.pyplot.pcolormesh
      percentile=numpy.percentile permutation permute_dims=numpy.permute_dims
      phase_spectrum=matplotlib.pyplot.phase_spectrum pi=numpy.pi pie=matplotlib.pyplot.pie
      pie_label=matplotlib.pyplot.pie_label piecewise=numpy.piecewise pink=matplotlib.pyplot.pink
      pinv place=numpy.place plasma=matplotlib.pyplot.plasma plot=matplotlib.pyplot.plot
      plt=matplotlib.pyplot poisson polar=matplotlib.pyplot.polar poly=numpy.poly
      poly1d=numpy.poly1d polyadd=numpy.polyadd polyder=numpy.polyder polydiv=numpy.polydiv
      polyfit=numpy.polyfit polyint=numpy.polyint polymul=numpy.polymul polynomial=numpy.polynomial
      polysub=numpy.polysub polyval=numpy.polyval positive=numpy.positive pow power
      printoptions=numpy.printoptions prism=matplotlib.pyplot.prism prod=numpy.prod
      promote_types=numpy.promote_types psd=matplotlib.pyplot.psd ptp=numpy.ptp put=numpy.put
      put_along_axis=numpy.put_along_axis putmask=numpy.putmask qr quantile=numpy.quantile
      quiver=matplotlib.pyplot.quiver quiverkey=matplotlib.pyplot.quiverkey r_=numpy.r_
      rad2deg=numpy.rad2deg radians=numpy.radians rand randint randn random random_integers
      random_sample ranf ravel=numpy.ravel ravel_multi_index=numpy.ravel_multi_index rayleigh
      rc=matplotlib.pyplot.rc rcParams=matplotlib.pyplot.rcParams
      rcParamsDefault=matplotlib.pyplot.rcParamsDefault rcParamsOrig=matplotlib.pyplot.rcParamsOrig
      rc_context=matplotlib.pyplot.rc_context rcdefaults=matplotlib.pyplot.rcdefaults
      rcsetup=matplotlib.rcsetup real=numpy.real real_if_close=numpy.real_if_close rec=numpy.rec
      recarray=numpy.recarray reciprocal=numpy.reciprocal record=numpy.record relativedelta
      remainder=numpy.remainder repeat=numpy.repeat
      requested_backend=matplotlib.pyplot.requested_backend require=numpy.require
      reshape=numpy.reshape resize=numpy.resize result_type=numpy.result_type rfft rfft2 rfftfreq
      rfftn rgrids=matplotlib.pyplot.rgrids right_shift=numpy.right_shift rint=numpy.rint
      roll=numpy.roll rollaxis=numpy.rollaxis roots=numpy.roots rot90=numpy.rot90 round
      row_stack=numpy.row_stack rrule s_=numpy.s_ sample save=numpy.save
      savefig=matplotlib.pyplot.savefig savetxt=numpy.savetxt savez=numpy.savez
      savez_compressed=numpy.savez_compressed sca=matplotlib.pyplot.sca
      scatter=matplotlib.pyplot.scatter sci=matplotlib.pyplot.sci sctypeDict=numpy.sctypeDict
      searchsorted=numpy.searchsorted seed select=numpy.select semilogx=matplotlib.pyplot.semilogx
      semilogy=matplotlib.pyplot.semilogy set_cmap=matplotlib.pyplot.set_cmap
      set_loglevel=matplotlib.pyplot.set_loglevel set_printoptions=numpy.set_printoptions set_state
      setbufsize=numpy.setbufsize setdiff1d=numpy.setdiff1d seterr=numpy.seterr
      seterrcall=numpy.seterrcall setp=matplotlib.pyplot.setp setxor1d=numpy.setxor1d
      shape=numpy.shape shares_memory=numpy.shares_memory short=numpy.short
      show=matplotlib.pyplot.show show_config=numpy.show_config show_runtime=numpy.show_runtime
      shuffle sign=numpy.sign signbit=numpy.signbit signedinteger=numpy.signedinteger silent_list
      sin=numpy.sin sinc=numpy.sinc single=numpy.single sinh=numpy.sinh size=numpy.size slogdet
      solve sort=numpy.sort sort_complex=numpy.sort_complex spacing=numpy.spacing
      specgram=matplotlib.pyplot.specgram split=numpy.split spring=matplotlib.pyplot.spring
      spy=matplotlib.pyplot.spy sqrt=numpy.sqrt square=numpy.square squeeze=numpy.squeeze
      stack=numpy.stack stackplot=matplotlib.pyplot.stackplot stairs=matplotlib.pyplot.stairs
      standard_cauchy standard_exponential standard_gamma standard_normal standard_t std=numpy.std
      stem=matplotlib.pyplot.stem step=matplotlib.pyplot.step str_=numpy.str_
      streamplot=matplotlib.pyplot.streamplot strings=numpy.strings style=matplotlib.style
      subplot=matplotlib.pyplot.subplot subplot2grid=matplotlib.pyplot.subplot2grid
      subplot_mosaic=matplotlib.pyplot.subplot_mosaic subplot_tool=matplotlib.pyplot.subplot_tool
      subplots=matplotlib.pyplot.subplots subplots_adjust=matplotlib.pyplot.subplots_adjust
      subtract=numpy.subtract sum=numpy.sum summer=matplotlib.pyplot.summer
      suptitle=matplotlib.pyplot.suptitle svd svdvals swapaxes=numpy.swapaxes
      switch_backend=matplotlib.pyplot.switch_backend sys=sys table=matplotlib.pyplot.table
      take=numpy.take take_along_axis=numpy.take_along_axis tan=numpy.tan tanh=numpy.tanh tensordot
      tensorinv tensorsolve test=numpy.test testing=numpy.testing text=matplotlib.pyplot.text
      thetagrids=matplotlib.pyplot.thetagrids threading=threading
      tick_params=matplotlib.pyplot.tick_params ticklabel_format=matplotlib.pyplot.ticklabel_format
      tight_layout=matplotlib.pyplot.tight_layout tile=numpy.tile time=time
      timedelta64=numpy.timedelta64 title=matplotlib.pyplot.title trace transpose=numpy.transpose
      trapezoid=numpy.trapezoid tri=numpy.tri triangular tricontour=matplotlib.pyplot.tricontour
      tricontourf=matplotlib.pyplot.tricontourf tril=numpy.tril tril_indices=numpy.tril_indices
      tril_indices_from=numpy.tril_indices_from trim_zeros=numpy.trim_zeros
      tripcolor=matplotlib.pyplot.tripcolor triplot=matplotlib.pyplot.triplot triu=numpy.triu
      triu_indices=numpy.triu_indices triu_indices_from=numpy.triu_indices_from
      true_divide=numpy.true_divide trunc=numpy.trunc twinx=matplotlib.pyplot.twinx
      twiny=matplotlib.pyplot.twiny typecodes=numpy.typecodes typename=numpy.typename
      typing=numpy.typing ubyte=numpy.ubyte ufunc=numpy.ufunc uint=numpy.uint uint16=numpy.uint16
      uint32=numpy.uint32 uint64=numpy.uint64 uint8=numpy.uint8 uintc=numpy.uintc uintp=numpy.uintp
      ulong=numpy.ulong ulonglong=numpy.ulonglong uniform
      uninstall_repl_displayhook=matplotlib.pyplot.uninstall_repl_displayhook union1d=numpy.union1d
      unique=numpy.unique unique_all=numpy.unique_all unique_counts=numpy.unique_counts
      unique_inverse=numpy.unique_inverse unique_values=numpy.unique_values
      unpackbits=numpy.unpackbits unravel_index=numpy.unravel_index
      unsignedinteger=numpy.unsignedinteger unstack=numpy.unstack unwrap=numpy.unwrap
      ushort=numpy.ushort vander=numpy.vander var=numpy.var vdot=numpy.vdot vecdot
      vecmat=numpy.vecmat vector_norm vectorize=numpy.vectorize
      violinplot=matplotlib.pyplot.violinplot viridis=matplotlib.pyplot.viridis
      vlines=matplotlib.pyplot.vlines void=numpy.void vonmises vsplit=numpy.vsplit
      vstack=numpy.vstack waitforbuttonpress=matplotlib.pyplot.waitforbuttonpress wald weibull
      where=numpy.where window_hanning window_none winter=matplotlib.pyplot.winter
      xcorr=matplotlib.pyplot.xcorr xkcd=matplotlib.pyplot.xkcd xlabel=matplotlib.pyplot.xlabel
      xlim=matplotlib.pyplot.xlim xscale=matplotlib.pyplot.xscale xticks=matplotlib.pyplot.xticks
      ylabel=matplotlib.pyplot.ylabel ylim=matplotlib.pyplot.ylim yscale=matplotlib.pyplot.yscale
      yticks=matplotlib.pyplot.yticks zeros=numpy.zeros zeros_like=numpy.zeros_like zipf
    matplotlib.pyplot+: AbstractContextManager Annotation Arrow Artist AutoLocator AxLine Axes
      BackendFilter Button Circle Colorizer ColorizingArtist Colormap Enum ExitStack Figure
      FigureBase FigureCanvasBase FigureManagerBase FixedFormatter FixedLocator FormatStrFormatter
      Formatter FuncFormatter GridSpec IO IndexLocator Line2D LinearLocator Locator LogFormatter
      LogFormatterExponent LogFormatterMathtext LogLocator MaxNLocator MouseButton MultipleLocator
      Normalize NullFormatter NullLocator PolarAxes Polygon Rectangle ScalarFormatter Slider
      Subplot SubplotSpec TYPE_CHECKING Text TickHelper Widget acorr angle_spectrum annotate
      annotations arrow autoscale autumn available_backends axes axhline axhspan axis axline
      axvline axvspan backend_registry bar bar_label barbs barh bone box boxplot broken_barh cast
      cbook=matplotlib.cbook cla clabel clf clim close cm=matplotlib.cm cohere color_sequences
      colorbar colormaps connect contour contourf cool copper csd cycler delaxes disconnect draw
      draw_all draw_if_interactive ecdf errorbar eventplot figaspect figimage figlegend
      fignum_exists figtext figure fill fill_between fill_betweenx findobj flag functools=functools
      gca gcf gci get get_backend get_cmap get_current_fig_manager get_figlabels get_fignums
      get_plot_commands get_scale_names getp ginput gray grid grouped_bar hexbin hist hist2d hlines
      hot hsv importlib=importlib imread imsave imshow inferno inspect=inspect
      install_repl_displayhook interactive ioff ion isinteractive jet legend locator_params
      logging=logging loglog magma magnitude_spectrum margins matplotlib=matplotlib matshow
      minorticks_off minorticks_on mlab=matplotlib.mlab new_figure_manager nipy_spectral np=numpy
      overload pause pcolor pcolormesh phase_spectrum pie pie_label pink plasma plot polar prism
      psd quiver quiverkey rc rcParams rcParamsDefault rcParamsOrig rc_context rcdefaults
      rcsetup=matplotlib.rcsetup requested_backend rgrids savefig sca scatter sci semilogx semilogy
      set_cmap set_loglevel setp show specgram spring spy stackplot stairs stem step streamplot
      style=matplotlib.style subplot subplot2grid subplot_mosaic subplot_tool subplots
      subplots_adjust summer suptitle switch_backend sys=sys table text thetagrids
      threading=threading tick_params ticklabel_format tight_layout time=time title tricontour
      tricontourf tripcolor triplot twinx twiny uninstall_repl_displayhook violinplot viridis
      vlines waitforbuttonpress winter xcorr xkcd xlabel xlim xscale xticks ylabel ylim yscale
      yticks
    numpy+: False_ ScalarType True_ __array_namespace_info__ __version__ abs absolute acos acosh
      add all allclose amax amin angle any append apply_along_axis apply_over_axes arange arccos
      arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort argwhere
      around array array2string array_equal array_equiv array_repr array_split array_str asanyarray
      asarray asarray_chkfinite ascontiguousarray asfortranarray asin asinh asmatrix astype atan
      atan2 atanh atleast_1d atleast_2d atleast_3d average bartlett base_repr binary_repr bincount
      bitwise_and bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or
      bitwise_right_shift bitwise_xor blackman block bmat bool bool_ broadcast broadcast_arrays
      broadcast_shapes broadcast_to busday_count busday_offset busdaycalendar byte bytes_ c_
      can_cast cbrt cdouble ceil char character choose clip clongdouble column_stack common_type
      complex128 complex256 complex64 complexfloating compress concat concatenate conj conjugate
      convolve copy copysign copyto core corrcoef correlate cos cosh count_nonzero cov cross
      csingle ctypeslib cumprod cumsum cumulative_prod cumulative_sum datetime64 datetime_as_string
      datetime_data deg2rad degrees delete diag diag_indices diag_indices_from diagflat diagonal
      diff digitize divide divmod dot double dsplit dstack dtype dtypes e ediff1d einsum
      einsum_path emath=numpy.lib.scimath empty empty_like equal errstate euler_gamma exceptions
      exp exp2 expand_dims expm1 extract eye f2py fabs fft fill_diagonal finfo fix flatiter
      flatnonzero flexible flip fliplr flipud float128 float16 float32 float64 float_power floating
      floor floor_divide fmax fmin fmod format_float_positional format_float_scientific frexp
      from_dlpack frombuffer fromfile fromfunction fromiter frompyfunc fromregex fromstring full
      full_like gcd generic genfromtxt geomspace get_include get_printoptions getbufsize geterr
      geterrcall gradient greater greater_equal half hamming hanning heaviside histogram
      histogram2d histogram_bin_edges histogramdd hsplit hstack hypot i0 identity iinfo imag
      index_exp indices inexact inf info inner insert int16 int32 int64 int8 int_ intc integer
      interp intersect1d intp invert is_busday isclose iscomplex iscomplexobj isdtype isfinite
      isfortran isin isinf isnan isnat isneginf isposinf isreal isrealobj isscalar issubdtype
      iterable ix_ kaiser kron lcm ldexp left_shift less less_equal lexsort lib linalg linspace
      little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not
      logical_or logical_xor logspace long longdouble longlong ma mask_indices matmul matrix
      matrix_transpose matvec max maximum may_share_memory mean median memmap meshgrid mgrid min
      min_scalar_type minimum mintypecode mod modf moveaxis multiply nan nan_to_num nanargmax
      nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod
      nanquantile nanstd nansum nanvar ndarray ndenumerate ndim ndindex nditer negative
      nested_iters newaxis nextafter nonzero not_equal number object_ ogrid ones ones_like outer
      packbits pad partition percentile permute_dims pi piecewise place poly poly1d polyadd polyder
      polydiv polyfit polyint polymul polynomial polysub polyval positive pow power printoptions
      prod promote_types ptp put put_along_axis putmask quantile r_ rad2deg radians random ravel
      ravel_multi_index real real_if_close rec recarray reciprocal record remainder repeat require
      reshape resize result_type right_shift rint roll rollaxis roots rot90 round row_stack s_ save
      savetxt savez savez_compressed sctypeDict searchsorted select set_printoptions setbufsize
      setdiff1d seterr seterrcall setxor1d shape shares_memory short show_config show_runtime sign
      signbit signedinteger sin sinc single sinh size sort sort_complex spacing split sqrt square
      squeeze stack std str_ strings subtract sum swapaxes take take_along_axis tan tanh tensordot
      test testing tile timedelta64 trace transpose trapezoid tri tril tril_indices
      tril_indices_from trim_zeros triu triu_indices triu_indices_from true_divide trunc typecodes
      typename typing ubyte ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong
      union1d unique unique_all unique_counts unique_inverse unique_values unpackbits unravel_index
      unsignedinteger unstack unwrap ushort vander var vdot vecdot vecmat vectorize void vsplit
      vstack where zeros zeros_like
    numpy.fft+: fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2
      irfftn rfft rfft2 rfftfreq rfftn
    numpy.linalg+: LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq
      matmul matrix_norm matrix_power matrix_rank matrix_transpose multi_dot norm outer pinv qr
      slogdet solve svd svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm
    numpy.random+: BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64
      SeedSequence beta binomial bytes chisquare choice default_rng dirichlet exponential f gamma
      geometric get_state gumbel hypergeometric laplace logistic lognormal logseries multinomial
      multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto
      permutation poisson power rand randint randn random random_integers random_sample ranf
      rayleigh sample seed set_state shuffle standard_cauchy standard_exponential standard_gamma
      standard_normal standard_t triangular uniform vonmises wald weibull zipf
    pandas+: ArrowDtype BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame
      DateOffset DatetimeIndex DatetimeTZDtype ExcelFile ExcelWriter Flags Float32Dtype
      Float64Dtype Grouper HDFStore Index IndexSlice Int16Dtype Int32Dtype Int64Dtype Int8Dtype
      Interval IntervalDtype IntervalIndex MultiIndex NA NaT NamedAgg NamedFunc Period PeriodDtype
      PeriodIndex RangeIndex Series SparseDtype StringDtype Timedelta TimedeltaIndex Timestamp
      UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype __git_version__ __version__ api array arrays
      bdate_range col concat crosstab cut date_range describe_option errors eval factorize
      from_dummies get_dummies get_option infer_freq interval_range io isna isnull json_normalize
      lreshape melt merge merge_asof merge_ordered notna notnull offsets=pandas.tseries.offsets
      option_context options period_range pivot pivot_table plotting qcut read_clipboard read_csv
      read_excel read_feather read_fwf read_hdf read_html read_iceberg read_json read_orc
      read_parquet read_pickle read_sas read_spss read_sql read_sql_query read_sql_table read_stata
      read_table read_xml reset_option set_eng_float_format set_option show_versions test testing
      timedelta_range to_datetime to_numeric to_pickle to_timedelta tseries unique wide_to_long
    pylab+: AbstractContextManager=matplotlib.pyplot.AbstractContextManager
      Annotation=matplotlib.pyplot.Annotation Arrow=matplotlib.pyplot.Arrow
      Artist=matplotlib.pyplot.Artist AutoLocator=matplotlib.pyplot.AutoLocator
      AxLine=matplotlib.pyplot.AxLine Axes=matplotlib.pyplot.Axes
      BackendFilter=matplotlib.pyplot.BackendFilter BitGenerator Button=matplotlib.pyplot.Button
      Circle=matplotlib.pyplot.Circle Colorizer=matplotlib.pyplot.Colorizer
      ColorizingArtist=matplotlib.pyplot.ColorizingArtist Colormap=matplotlib.pyplot.Colormap DAILY
      DateFormatter DateLocator DayLocator Enum=matplotlib.pyplot.Enum
      ExitStack=matplotlib.pyplot.ExitStack FR False_=numpy.False_ Figure=matplotlib.pyplot.Figure
      FigureBase=matplotlib.pyplot.FigureBase FigureCanvasBase=matplotlib.pyplot.FigureCanvasBase
      FigureManagerBase=matplotlib.pyplot.FigureManagerBase
      FixedFormatter=matplotlib.pyplot.FixedFormatter FixedLocator=matplotlib.pyplot.FixedLocator
      FormatStrFormatter=matplotlib.pyplot.FormatStrFormatter Formatter=matplotlib.pyplot.Formatter
      FuncFormatter=matplotlib.pyplot.FuncFormatter Generator GridSpec=matplotlib.pyplot.GridSpec
      HOURLY HourLocator IO=matplotlib.pyplot.IO IndexLocator=matplotlib.pyplot.IndexLocator
      LinAlgError Line2D=matplotlib.pyplot.Line2D LinearLocator=matplotlib.pyplot.LinearLocator
      Locator=matplotlib.pyplot.Locator LogFormatter=matplotlib.pyplot.LogFormatter
      LogFormatterExponent=matplotlib.pyplot.LogFormatterExponent
      LogFormatterMathtext=matplotlib.pyplot.LogFormatterMathtext
      LogLocator=matplotlib.pyplot.LogLocator MINUTELY MO MONTHLY MT19937
      MaxNLocator=matplotlib.pyplot.MaxNLocator MinuteLocator MonthLocator
      MouseButton=matplotlib.pyplot.MouseButton MultipleLocator=matplotlib.pyplot.MultipleLocator
      Normalize=matplotlib.pyplot.Normalize NullFormatter=matplotlib.pyplot.NullFormatter
      NullLocator=matplotlib.pyplot.NullLocator PCG64 PCG64DXSM Philox
      PolarAxes=matplotlib.pyplot.PolarAxes Polygon=matplotlib.pyplot.Polygon RRuleLocator
      RandomState Rectangle=matplotlib.pyplot.Rectangle SA SECONDLY SFC64 SU
      ScalarFormatter=matplotlib.pyplot.ScalarFormatter ScalarType=numpy.ScalarType SecondLocator
      SeedSequence Slider=matplotlib.pyplot.Slider Subplot=matplotlib.pyplot.Subplot
      SubplotSpec=matplotlib.pyplot.SubplotSpec TH TU TYPE_CHECKING=matplotlib.pyplot.TYPE_CHECKING
      Text=matplotlib.pyplot.Text TickHelper=matplotlib.pyplot.TickHelper True_=numpy.True_ WE
      WEEKLY WeekdayLocator Widget=matplotlib.pyplot.Widget YEARLY YearLocator abs
      absolute=numpy.absolute acorr=matplotlib.pyplot.acorr acos=numpy.acos acosh=numpy.acosh
      add=numpy.add all=numpy.all allclose=numpy.allclose amax=numpy.amax amin=numpy.amin
      angle=numpy.angle angle_spectrum=matplotlib.pyplot.angle_spectrum
      annotate=matplotlib.pyplot.annotate annotations=matplotlib.pyplot.annotations any=numpy.any
      append=numpy.append apply_along_axis=numpy.apply_along_axis
      apply_over_axes=numpy.apply_over_axes arange=numpy.arange arccos=numpy.arccos
      arccosh=numpy.arccosh arcsin=numpy.arcsin arcsinh=numpy.arcsinh arctan=numpy.arctan
      arctan2=numpy.arctan2 arctanh=numpy.arctanh argmax=numpy.argmax argmin=numpy.argmin
      argpartition=numpy.argpartition argsort=numpy.argsort argwhere=numpy.argwhere
      around=numpy.around array=numpy.array array2string=numpy.array2string
      array_equal=numpy.array_equal array_equiv=numpy.array_equiv array_repr=numpy.array_repr
      array_split=numpy.array_split array_str=numpy.array_str arrow=matplotlib.pyplot.arrow
      asanyarray=numpy.asanyarray asarray=numpy.asarray asarray_chkfinite=numpy.asarray_chkfinite
      ascontiguousarray=numpy.ascontiguousarray asfortranarray=numpy.asfortranarray asin=numpy.asin
      asinh=numpy.asinh asmatrix=numpy.asmatrix astype=numpy.astype atan=numpy.atan
      atan2=numpy.atan2 atanh=numpy.atanh atleast_1d=numpy.atleast_1d atleast_2d=numpy.atleast_2d
      atleast_3d=numpy.atleast_3d autoscale=matplotlib.pyplot.autoscale
      autumn=matplotlib.pyplot.autumn available_backends=matplotlib.pyplot.available_backends
      average=numpy.average axes=matplotlib.pyplot.axes axhline=matplotlib.pyplot.axhline
      axhspan=matplotlib.pyplot.axhspan axis=matplotlib.pyplot.axis axline=matplotlib.pyplot.axline
      axvline=matplotlib.pyplot.axvline axvspan=matplotlib.pyplot.axvspan
      backend_registry=matplotlib.pyplot.backend_registry bar=matplotlib.pyplot.bar
      bar_label=matplotlib.pyplot.bar_label barbs=matplotlib.pyplot.barbs
      barh=matplotlib.pyplot.barh bartlett=numpy.bartlett base_repr=numpy.base_repr beta
      binary_repr=numpy.binary_repr bincount=numpy.bincount binomial bitwise_and=numpy.bitwise_and
      bitwise_count=numpy.bitwise_count bitwise_invert=numpy.bitwise_invert
      bitwise_left_shift=numpy.bitwise_left_shift bitwise_not=numpy.bitwise_not
      bitwise_or=numpy.bitwise_or bitwise_right_shift=numpy.bitwise_right_shift
      bitwise_xor=numpy.bitwise_xor blackman=numpy.blackman block=numpy.block bmat=numpy.bmat
      bone=matplotlib.pyplot.bone bool bool_=numpy.bool_ box=matplotlib.pyplot.box
      boxplot=matplotlib.pyplot.boxplot broadcast=numpy.broadcast
      broadcast_arrays=numpy.broadcast_arrays broadcast_shapes=numpy.broadcast_shapes
      broadcast_to=numpy.broadcast_to broken_barh=matplotlib.pyplot.broken_barh
      busday_count=numpy.busday_count busday_offset=numpy.busday_offset
      busdaycalendar=numpy.busdaycalendar byte=numpy.byte bytes bytes_=numpy.bytes_ c_=numpy.c_
      can_cast=numpy.can_cast cast=matplotlib.pyplot.cast cbook=matplotlib.cbook cbrt=numpy.cbrt
      cdouble=numpy.cdouble ceil=numpy.ceil char=numpy.char character=numpy.character chisquare
      choice cholesky choose=numpy.choose cla=matplotlib.pyplot.cla clabel=matplotlib.pyplot.clabel
      clf=matplotlib.pyplot.clf clim=matplotlib.pyplot.clim clip=numpy.clip
      clongdouble=numpy.clongdouble close=matplotlib.pyplot.close cm=matplotlib.cm
      cohere=matplotlib.pyplot.cohere color_sequences=matplotlib.pyplot.color_sequences
      colorbar=matplotlib.pyplot.colorbar colormaps=matplotlib.pyplot.colormaps
      column_stack=numpy.column_stack common_type=numpy.common_type complex128=numpy.complex128
      complex256=numpy.complex256 complex64=numpy.complex64 complexfloating=numpy.complexfloating
      compress=numpy.compress concat=numpy.concat concatenate=numpy.concatenate cond
      conj=numpy.conj conjugate=numpy.conjugate connect=matplotlib.pyplot.connect
      contour=matplotlib.pyplot.contour contourf=matplotlib.pyplot.contourf convolve=numpy.convolve
      cool=matplotlib.pyplot.cool copper=matplotlib.pyplot.copper copy=numpy.copy
      copysign=numpy.copysign copyto=numpy.copyto core=numpy.core corrcoef=numpy.corrcoef
      correlate=numpy.correlate cos=numpy.cos cosh=numpy.cosh count_nonzero=numpy.count_nonzero
      cov=numpy.cov cross csd=matplotlib.pyplot.csd csingle=numpy.csingle ctypeslib=numpy.ctypeslib
      cumprod=numpy.cumprod cumsum=numpy.cumsum cumulative_prod=numpy.cumulative_prod
      cumulative_sum=numpy.cumulative_sum cycler=matplotlib.pyplot.cycler date2num datestr2num
      datetime=datetime datetime64=numpy.datetime64 datetime_as_string=numpy.datetime_as_string
      datetime_data=numpy.datetime_data default_rng deg2rad=numpy.deg2rad degrees=numpy.degrees
      delaxes=matplotlib.pyplot.delaxes delete=numpy.delete det detrend detrend_linear detrend_mean
      detrend_none diag=numpy.diag diag_indices=numpy.diag_indices
      diag_indices_from=numpy.diag_indices_from diagflat=numpy.diagflat diagonal diff=numpy.diff
      digitize=numpy.digitize dirichlet disconnect=matplotlib.pyplot.disconnect divide=numpy.divide
      divmod=numpy.divmod dot=numpy.dot double=numpy.double drange draw=matplotlib.pyplot.draw
      draw_all=matplotlib.pyplot.draw_all draw_if_interactive=matplotlib.pyplot.draw_if_interactive
      dsplit=numpy.dsplit dstack=numpy.dstack dtype=numpy.dtype dtypes=numpy.dtypes e=numpy.e
      ecdf=matplotlib.pyplot.ecdf ediff1d=numpy.ediff1d eig eigh eigvals eigvalsh
      einsum=numpy.einsum einsum_path=numpy.einsum_path emath=numpy.lib.scimath empty=numpy.empty
      empty_like=numpy.empty_like equal=numpy.equal errorbar=matplotlib.pyplot.errorbar
      errstate=numpy.errstate euler_gamma=numpy.euler_gamma eventplot=matplotlib.pyplot.eventplot
      exceptions=numpy.exceptions exp=numpy.exp exp2=numpy.exp2 expand_dims=numpy.expand_dims
      expm1=numpy.expm1 exponential extract=numpy.extract eye=numpy.eye f f2py=numpy.f2py
      fabs=numpy.fabs fft fft2 fftfreq fftn fftshift figaspect=matplotlib.pyplot.figaspect
      figimage=matplotlib.pyplot.figimage figlegend=matplotlib.pyplot.figlegend
      fignum_exists=matplotlib.pyplot.fignum_exists figtext=matplotlib.pyplot.figtext
      figure=matplotlib.pyplot.figure fill=matplotlib.pyplot.fill
      fill_between=matplotlib.pyplot.fill_between fill_betweenx=matplotlib.pyplot.fill_betweenx
      fill_diagonal=numpy.fill_diagonal findobj=matplotlib.pyplot.findobj finfo=numpy.finfo
      fix=numpy.fix flag=matplotlib.pyplot.flag flatiter=numpy.flatiter
      flatnonzero=numpy.flatnonzero flatten flexible=numpy.flexible flip=numpy.flip
      fliplr=numpy.fliplr flipud=numpy.flipud float128=numpy.float128 float16=numpy.float16
      float32=numpy.float32 float64=numpy.float64 float_power=numpy.float_power
      floating=numpy.floating floor=numpy.floor floor_divide=numpy.floor_divide fmax=numpy.fmax
      fmin=numpy.fmin fmod=numpy.fmod format_float_positional=numpy.format_float_positional
      format_float_scientific=numpy.format_float_scientific frexp=numpy.frexp
      from_dlpack=numpy.from_dlpack frombuffer=numpy.frombuffer fromfile=numpy.fromfile
      fromfunction=numpy.fromfunction fromiter=numpy.fromiter frompyfunc=numpy.frompyfunc
      fromregex=numpy.fromregex fromstring=numpy.fromstring full=numpy.full
      full_like=numpy.full_like functools=functools gamma gca=matplotlib.pyplot.gca gcd=numpy.gcd
      gcf=matplotlib.pyplot.gcf gci=matplotlib.pyplot.gci generic=numpy.generic
      genfromtxt=numpy.genfromtxt geometric geomspace=numpy.geomspace get=matplotlib.pyplot.get
      get_backend=matplotlib.pyplot.get_backend get_cmap=matplotlib.pyplot.get_cmap
      get_current_fig_manager=matplotlib.pyplot.get_current_fig_manager
      get_figlabels=matplotlib.pyplot.get_figlabels get_fignums=matplotlib.pyplot.get_fignums
      get_include=numpy.get_include get_plot_commands=matplotlib.pyplot.get_plot_commands
      get_printoptions=numpy.get_printoptions get_scale_names=matplotlib.pyplot.get_scale_names
      get_state getbufsize=numpy.getbufsize geterr=numpy.geterr geterrcall=numpy.geterrcall
      getp=matplotlib.pyplot.getp ginput=matplotlib.pyplot.ginput gradient=numpy.gradient
      gray=matplotlib.pyplot.gray greater=numpy.greater greater_equal=numpy.greater_equal
      grid=matplotlib.pyplot.grid grouped_bar=matplotlib.pyplot.grouped_bar gumbel half=numpy.half
      hamming=numpy.hamming hanning=numpy.hanning heaviside=numpy.heaviside
      hexbin=matplotlib.pyplot.hexbin hfft hist=matplotlib.pyplot.hist
      hist2d=matplotlib.pyplot.hist2d histogram=numpy.histogram histogram2d=numpy.histogram2d
      histogram_bin_edges=numpy.histogram_bin_edges histogramdd=numpy.histogramdd
      hlines=matplotlib.pyplot.hlines hot=matplotlib.pyplot.hot hsplit=numpy.hsplit
      hstack=numpy.hstack hsv=matplotlib.pyplot.hsv hypergeometric hypot=numpy.hypot i0=numpy.i0
      identity=numpy.identity ifft ifft2 ifftn ifftshift ihfft iinfo=numpy.iinfo imag=numpy.imag
      importlib=importlib imread=matplotlib.pyplot.imread imsave=matplotlib.pyplot.imsave
      imshow=matplotlib.pyplot.imshow index_exp=numpy.index_exp indices=numpy.indices
      inexact=numpy.inexact inf=numpy.inf inferno=matplotlib.pyplot.inferno info=numpy.info
      inner=numpy.inner insert=numpy.insert inspect=inspect
      install_repl_displayhook=matplotlib.pyplot.install_repl_displayhook int16=numpy.int16
      int32=numpy.int32 int64=numpy.int64 int8=numpy.int8 int_=numpy.int_ intc=numpy.intc
      integer=numpy.integer interactive=matplotlib.pyplot.interactive interp=numpy.interp
      intersect1d=numpy.intersect1d intp=numpy.intp inv invert=numpy.invert
      ioff=matplotlib.pyplot.ioff ion=matplotlib.pyplot.ion irfft irfft2 irfftn
      is_busday=numpy.is_busday isclose=numpy.isclose iscomplex=numpy.iscomplex
      iscomplexobj=numpy.iscomplexobj isdtype=numpy.isdtype isfinite=numpy.isfinite
      isfortran=numpy.isfortran isin=numpy.isin isinf=numpy.isinf
      isinteractive=matplotlib.pyplot.isinteractive isnan=numpy.isnan isnat=numpy.isnat
      isneginf=numpy.isneginf isposinf=numpy.isposinf isreal=numpy.isreal isrealobj=numpy.isrealobj
      isscalar=numpy.isscalar issubdtype=numpy.issubdtype iterable=numpy.iterable ix_=numpy.ix_
      jet=matplotlib.pyplot.jet kaiser=numpy.kaiser kron=numpy.kron laplace lcm=numpy.lcm
      ldexp=numpy.ldexp left_shift=numpy.left_shift legend=matplotlib.pyplot.legend less=numpy.less
      less_equal=numpy.less_equal lexsort=numpy.lexsort lib=numpy.lib linalg=numpy.linalg
      linspace=numpy.linspace little_endian=numpy.little_endian load=numpy.load
      loadtxt=numpy.loadtxt locator_params=matplotlib.pyplot.locator_params log=numpy.log
      log10=numpy.log10 log1p=numpy.log1p log2=numpy.log2 logaddexp=numpy.logaddexp
      logaddexp2=numpy.logaddexp2 logging=logging logical_and=numpy.logical_and
      logical_not=numpy.logical_not logical_or=numpy.logical_or logical_xor=numpy.logical_xor
      logistic loglog=matplotlib.pyplot.loglog lognormal logseries logspace=numpy.logspace
      long=numpy.long longdouble=numpy.longdouble longlong=numpy.longlong lstsq ma=numpy.ma
      magma=matplotlib.pyplot.magma magnitude_spectrum=matplotlib.pyplot.magnitude_spectrum
      margins=matplotlib.pyplot.margins mask_indices=numpy.mask_indices matmul
      matplotlib=matplotlib matrix=numpy.matrix matrix_norm matrix_power matrix_rank
      matrix_transpose matshow=matplotlib.pyplot.matshow matvec=numpy.matvec max
      maximum=numpy.maximum may_share_memory=numpy.may_share_memory mean=numpy.mean
      median=numpy.median memmap=numpy.memmap meshgrid=numpy.meshgrid mgrid=numpy.mgrid min
      min_scalar_type=numpy.min_scalar_type minimum=numpy.minimum
      minorticks_off=matplotlib.pyplot.minorticks_off minorticks_on=matplotlib.pyplot.minorticks_on
      mintypecode=numpy.mintypecode mlab=matplotlib.mlab mod=numpy.mod modf=numpy.modf
      moveaxis=numpy.moveaxis mpl=matplotlib multi_dot multinomial multiply=numpy.multiply
      multivariate_normal nan=numpy.nan nan_to_num=numpy.nan_to_num nanargmax=numpy.nanargmax
      nanargmin=numpy.nanargmin nancumprod=numpy.nancumprod nancumsum=numpy.nancumsum
      nanmax=numpy.nanmax nanmean=numpy.nanmean nanmedian=numpy.nanmedian nanmin=numpy.nanmin
      nanpercentile=numpy.nanpercentile nanprod=numpy.nanprod nanquantile=numpy.nanquantile
      nanstd=numpy.nanstd nansum=numpy.nansum nanvar=numpy.nanvar ndarray=numpy.ndarray
      ndenumerate=numpy.ndenumerate ndim=numpy.ndim ndindex=numpy.ndindex nditer=numpy.nditer
      negative=numpy.negative negative_binomial nested_iters=numpy.nested_iters
      new_figure_manager=matplotlib.pyplot.new_figure_manager newaxis=numpy.newaxis
      nextafter=numpy.nextafter nipy_spectral=matplotlib.pyplot.nipy_spectral noncentral_chisquare
      noncentral_f nonzero=numpy.nonzero norm normal not_equal=numpy.not_equal np=numpy num2date
      number=numpy.number object_=numpy.object_ ogrid=numpy.ogrid ones=numpy.ones
      ones_like=numpy.ones_like outer overload=matplotlib.pyplot.overload packbits=numpy.packbits
      pad=numpy.pad pareto partition=numpy.partition pause=matplotlib.pyplot.pause
      pcolor=matplotlib.pyplot.pcolor pcolormesh=matplotlib.pyplot.pcolormesh
      percentile=numpy.percentile permutation permute_dims=numpy.permute_dims
      phase_spectrum=matplotlib.pyplot.phase_spectrum pi=numpy.pi pie=matplotlib.pyplot.pie
      pie_label=matplotlib.pyplot.pie_label piecewise=numpy.piecewise pink=matplotlib.pyplot.pink
      pinv place=numpy.place plasma=matplotlib.pyplot.plasma plot=matplotlib.pyplot.plot
      plt=matplotlib.pyplot poisson polar=matplotlib.pyplot.polar poly=numpy.poly
      poly1d=numpy.poly1d polyadd=numpy.polyadd polyder=numpy.polyder polydiv=numpy.polydiv
      polyfit=numpy.polyfit polyint=numpy.polyint polymul=numpy.polymul polynomial=numpy.polynomial
      polysub=numpy.polysub polyval=numpy.polyval positive=numpy.positive pow power
      printoptions=numpy.printoptions prism=matplotlib.pyplot.prism prod=numpy.prod
      promote_types=numpy.promote_types psd=matplotlib.pyplot.psd ptp=numpy.ptp put=numpy.put
      put_along_axis=numpy.put_along_axis putmask=numpy.putmask qr quantile=numpy.quantile
      quiver=matplotlib.pyplot.quiver quiverkey=matplotlib.pyplot.quiverkey r_=numpy.r_
      rad2deg=numpy.rad2deg radians=numpy.radians rand randint randn random random_integers
      random_sample ranf ravel=numpy.ravel ravel_multi_index=numpy.ravel_multi_index rayleigh
      rc=matplotlib.pyplot.rc rcParams=matplotlib.pyplot.rcParams
      rcParamsDefault=matplotlib.pyplot.rcParamsDefault rcParamsOrig=matplotlib.pyplot.rcParamsOrig
      rc_context=matplotlib.pyplot.rc_context rcdefaults=matplotlib.pyplot.rcdefaults
      rcsetup=matplotlib.rcsetup real=numpy.real real_if_close=numpy.real_if_close rec=numpy.rec
      recarray=numpy.recarray reciprocal=numpy.reciprocal record=numpy.record relativedelta
      remainder=numpy.remainder repeat=numpy.repeat
      requested_backend=matplotlib.pyplot.requested_backend require=numpy.require
      reshape=numpy.reshape resize=numpy.resize result_type=numpy.result_type rfft rfft2 rfftfreq
      rfftn rgrids=matplotlib.pyplot.rgrids right_shift=numpy.right_shift rint=numpy.rint
      roll=numpy.roll rollaxis=numpy.rollaxis roots=numpy.roots rot90=numpy.rot90 round
      row_stack=numpy.row_stack rrule s_=numpy.s_ sample save=numpy.save
      savefig=matplotlib.pyplot.savefig savetxt=numpy.savetxt savez=numpy.savez
      savez_compressed=numpy.savez_compressed sca=matplotlib.pyplot.sca
      scatter=matplotlib.pyplot.scatter sci=matplotlib.pyplot.sci sctypeDict=numpy.sctypeDict
      searchsorted=numpy.searchsorted seed select=numpy.select semilogx=matplotlib.pyplot.semilogx
      semilogy=matplotlib.pyplot.semilogy set_cmap=matplotlib.pyplot.set_cmap
      set_loglevel=matplotlib.pyplot.set_loglevel set_printoptions=numpy.set_printoptions set_state
      setbufsize=numpy.setbufsize setdiff1d=numpy.setdiff1d seterr=numpy.seterr
      seterrcall=numpy.seterrcall setp=matplotlib.pyplot.setp setxor1d=numpy.setxor1d
      shape=numpy.shape shares_memory=numpy.shares_memory short=numpy.short
      show=matplotlib.pyplot.show show_config=numpy.show_config show_runtime=numpy.show_runtime
      shuffle sign=numpy.sign signbit=numpy.signbit signedinteger=numpy.signedinteger silent_list
      sin=numpy.sin sinc=numpy.sinc single=numpy.single sinh=numpy.sinh size=numpy.size slogdet
      solve sort=numpy.sort sort_complex=numpy.sort_complex spacing=numpy.spacing
      specgram=matplotlib.pyplot.specgram split=numpy.split spring=matplotlib.pyplot.spring
      spy=matplotlib.pyplot.spy sqrt=numpy.sqrt square=numpy.square squeeze=numpy.squeeze
      stack=numpy.stack stackplot=matplotlib.pyplot.stackplot stairs=matplotlib.pyplot.stairs
      standard_cauchy standard_exponential standard_gamma standard_normal standard_t std=numpy.std
      stem=matplotlib.pyplot.stem step=matplotlib.pyplot.step str_=numpy.str_
      streamplot=matplotlib.pyplot.streamplot strings=numpy.strings style=matplotlib.style
      subplot=matplotlib.pyplot.subplot subplot2grid=matplotlib.pyplot.subplot2grid
      subplot_mosaic=matplotlib.pyplot.subplot_mosaic subplot_tool=matplotlib.pyplot.subplot_tool
      subplots=matplotlib.pyplot.subplots subplots_adjust=matplotlib.pyplot.subplots_adjust
      subtract=numpy.subtract sum=numpy.sum summer=matplotlib.pyplot.summer
      suptitle=matplotlib.pyplot.suptitle svd svdvals swapaxes=numpy.swapaxes
      switch_backend=matplotlib.pyplot.switch_backend sys=sys table=matplotlib.pyplot.table
      take=numpy.take take_along_axis=numpy.take_along_axis tan=numpy.tan tanh=numpy.tanh tensordot
      tensorinv tensorsolve test=numpy.test testing=numpy.testing text=matplotlib.pyplot.text
      thetagrids=matplotlib.pyplot.thetagrids threading=threading
      tick_params=matplotlib.pyplot.tick_params ticklabel_format=matplotlib.pyplot.ticklabel_format
      tight_layout=matplotlib.pyplot.tight_layout tile=numpy.tile time=time
      timedelta64=numpy.timedelta64 title=matplotlib.pyplot.title trace transpose=numpy.transpose
      trapezoid=numpy.trapezoid tri=numpy.tri triangular tricontour=matplotlib.pyplot.tricontour
      tricontourf=matplotlib.pyplot.tricontourf tril=numpy.tril tril_indices=numpy.tril_indices
      tril_indices_from=numpy.tril_indices_from trim_zeros=numpy.trim_zeros
      tripcolor=matplotlib.pyplot.tripcolor triplot=matplotlib.pyplot.triplot triu=numpy.triu
      triu_indices=numpy.triu_indices triu_indices_from=numpy.triu_indices_from
      true_divide=numpy.true_divide trunc=numpy.trunc twinx=matplotlib.pyplot.twinx
      twiny=matplotlib.pyplot.twiny typecodes=numpy.typecodes typename=numpy.typename
      typing=numpy.typing ubyte=numpy.ubyte ufunc=numpy.ufunc uint=numpy.uint uint16=numpy.uint16
      uint32=numpy.uint32 uint64=numpy.uint64 uint8=numpy.uint8 uintc=numpy.uintc uintp=numpy.uintp
      ulong=numpy.ulong ulonglong=numpy.ulonglong uniform
      uninstall_repl_displayhook=matplotlib.pyplot.uninstall_repl_displayhook union1d=numpy.union1d
      unique=numpy.unique unique_all=numpy.unique_all unique_counts=numpy.unique_counts
      unique_inverse=numpy.unique_inverse unique_values=numpy.unique_values
      unpackbits=numpy.unpackbits unravel_index=numpy.unravel_index
      unsignedinteger=numpy.unsignedinteger unstack=numpy.unstack unwrap=numpy.unwrap
      ushort=numpy.ushort vander=numpy.vander var=numpy.var vdot=numpy.vdot vecdot
      vecmat=numpy.vecmat vector_norm vectorize=numpy.vectorize
      violinplot=matplotlib.pyplot.violinplot viridis=matplotlib.pyplot.viridis
      vlines=matplotlib.pyplot.vlines void=numpy.void vonmises vsplit=numpy.vsplit
      vstack=numpy.vstack waitforbuttonpress=matplotlib.pyplot.waitforbuttonpress wald weibull
      where=numpy.where window_hanning window_none winter=matplotlib.pyplot.winter
      xcorr=matplotlib.pyplot.xcorr xkcd=matplotlib.pyplot.xkcd xlabel=matplotlib.pyplot.xlabel
      xlim=matplotlib.pyplot.xlim xscale=matplotlib.pyplot.xscale xticks=matplotlib.pyplot.xticks
      ylabel=matplotlib.pyplot.ylabel ylim=matplotlib.pyplot.ylim yscale=matplotlib.pyplot.yscale
      yticks=matplotlib.pyplot.yticks zeros=numpy.zeros zeros_like=numpy.zeros_like zipf
    scipy.constants+: Avogadro Boltzmann Btu Btu_IT Btu_th ConstantWarning G Julian_year N_A Planck
      R Rydberg Stefan_Boltzmann Wien acre alpha angstrom arcmin arcminute arcsec arcsecond
      astronomical_unit atm atmosphere atomic_mass atto au bar barrel bbl blob c calorie calorie_IT
      calorie_th carat centi codata constants convert_temperature day deci degree degree_Fahrenheit
      deka dyn dyne e eV electron_mass electron_volt elementary_charge epsilon_0 erg exa exbi femto
      fermi find fine_structure fluid_ounce fluid_ounce_US fluid_ounce_imp foot g gallon gallon_US
      gallon_imp gas_constant gibi giga golden golden_ratio grain gram gravitational_constant h
      hbar hectare hecto horsepower hour hp inch k kgf kibi kilo kilogram_force kmh knot lambda2nu
      lb lbf light_year liter litre long_ton m_e m_n m_p m_u mach mebi mega metric_ton micro micron
      mil mile milli minute mmHg mph mu_0 nano nautical_mile neutron_mass nu2lambda ounce oz parsec
      pebi peta physical_constants pi pico point pound pound_force precision proton_mass psi pt
      quecto quetta ronna ronto short_ton sigma slinch slug speed_of_light speed_of_sound stone
      survey_foot survey_mile tebi tera ton_TNT torr troy_ounce troy_pound u unit value week yard
      year yobi yocto yotta zebi zepto zero_Celsius zetta
    scipy.fft+: dct dctn dst dstn fft fft2 fftfreq fftn fftshift fht fhtoffset get_workers hfft
      hfft2 hfftn idct idctn idst idstn ifft ifft2 ifftn ifftshift ifht ihfft ihfft2 ihfftn irfft
      irfft2 irfftn next_fast_len prev_fast_len register_backend rfft rfft2 rfftfreq rfftn
      set_backend set_global_backend set_workers skip_backend
    scipy.integrate+: BDF DOP853 DenseOutput IntegrationWarning LSODA ODEintWarning OdeSolution
      OdeSolver RK23 RK45 Radau complex_ode cubature cumulative_simpson cumulative_trapezoid
      dblquad dop fixed_quad lebedev_rule lsoda newton_cotes nquad nsum ode odeint odepack qmc_quad
      quad quad_vec quadpack romb simpson solve_bvp solve_ivp tanhsinh tplquad trapezoid vode
    scipy.interpolate+: AAA Akima1DInterpolator BPoly BSpline BarycentricInterpolator
      BivariateSpline CloughTocher2DInterpolator CubicHermiteSpline CubicSpline
      FloaterHormannInterpolator InterpolatedUnivariateSpline KroghInterpolator LSQBivariateSpline
      LSQSphereBivariateSpline LSQUnivariateSpline LinearNDInterpolator NdBSpline NdPPoly
      NearestNDInterpolator PPoly PchipInterpolator RBFInterpolator Rbf RectBivariateSpline
      RectSphereBivariateSpline RegularGridInterpolator SmoothBivariateSpline
      SmoothSphereBivariateSpline UnivariateSpline approximate_taylor_polynomial
      barycentric_interpolate bisplev bisplrep fitpack fitpack2 generate_knots griddata insert
      interp1d interp2d interpn interpnd interpolate krogh_interpolate lagrange make_interp_spline
      make_lsq_spline make_smoothing_spline make_splprep make_splrep ndgriddata pade
      pchip_interpolate polyint rbf spalde splantider splder splev splint splprep splrep sproot
    scipy.linalg+: LinAlgError LinAlgWarning bandwidth basic blas block_diag cdf2rdf cho_factor
      cho_solve cho_solve_banded cholesky cholesky_banded circulant clarkson_woodruff_transform
      companion convolution_matrix coshm cosm cossin cython_blas cython_lapack decomp
      decomp_cholesky decomp_lu decomp_qr decomp_schur decomp_svd det dft diagsvd eig eig_banded
      eigh eigh_tridiagonal eigvals eigvals_banded eigvalsh eigvalsh_tridiagonal expm expm_cond
      expm_frechet fiedler fiedler_companion find_best_blas_type fractional_matrix_power funm
      get_blas_funcs get_lapack_funcs hadamard hankel helmert hessenberg hilbert inv invhilbert
      invpascal ishermitian issymmetric khatri_rao lapack ldl leslie logm lstsq lu lu_factor
      lu_solve matfuncs matmul_toeplitz matrix_balance misc norm null_space ordqz orth
      orthogonal_procrustes pascal pinv pinvh polar qr qr_delete qr_insert qr_multiply qr_update qz
      rq rsf2csf schur signm sinhm sinm solve solve_banded solve_circulant solve_continuous_are
      solve_continuous_lyapunov solve_discrete_are solve_discrete_lyapunov solve_lyapunov
      solve_sylvester solve_toeplitz solve_triangular solveh_banded special_matrices sqrtm
      subspace_angles svd svdvals tanhm tanm toeplitz
    scipy.optimize+: BFGS Bounds BroydenFirst HessianUpdateStrategy InverseJacobian KrylovJacobian
      LbfgsInvHessProduct LinearConstraint NoConvergence NonlinearConstraint OptimizeResult
      OptimizeWarning RootResults SR1 anderson approx_fprime basinhopping bisect bracket brent
      brenth brentq broyden1 broyden2 brute check_grad cobyla curve_fit diagbroyden
      differential_evolution direct dual_annealing excitingmixing fixed_point fmin fmin_bfgs
      fmin_cg fmin_cobyla fmin_l_bfgs_b fmin_ncg fmin_powell fmin_slsqp fmin_tnc fminbound fsolve
      golden isotonic_regression lbfgsb least_squares leastsq line_search linear_sum_assignment
      linearmixing linesearch linprog linprog_verbose_callback lsq_linear milp minimize
      minimize_scalar minpack minpack2 moduleTNC newton newton_krylov nnls nonlin optimize
      quadratic_assignment ridder root root_scalar rosen rosen_der rosen_hess rosen_hess_prod shgo
      show_options slsqp tnc toms748 zeros
    scipy.signal+: BadCoefficients CZT ShortTimeFFT StateSpace TransferFunction ZerosPolesGain
      ZoomFFT abcd_normalize argrelextrema argrelmax argrelmin band_stop_obj bessel besselap
      bilinear bilinear_zpk bode buttap butter buttord cheb1ap cheb1ord cheb2ap cheb2ord cheby1
      cheby2 check_COLA check_NOLA chirp choose_conv_method closest_STFT_dual_window coherence
      cont2discrete convolve convolve2d correlate correlate2d correlation_lags csd cspline1d
      cspline1d_eval cspline2d czt czt_points dbode decimate deconvolve detrend dfreqresp dimpulse
      dlsim dlti dstep ellip ellipap ellipord envelope fftconvolve filtfilt find_peaks
      find_peaks_cwt findfreqs firls firwin firwin2 firwin_2d freqresp freqs freqs_zpk freqz
      freqz_sos freqz_zpk gammatone gauss_spline gausspulse get_window group_delay hilbert hilbert2
      iircomb iirdesign iirfilter iirnotch iirpeak impulse invres invresz istft kaiser_atten
      kaiser_beta kaiserord lfilter lfilter_zi lfiltic lombscargle lp2bp lp2bp_zpk lp2bs lp2bs_zpk
      lp2hp lp2hp_zpk lp2lp lp2lp_zpk lsim lti max_len_seq medfilt medfilt2d minimum_phase
      normalize oaconvolve order_filter peak_prominences peak_widths periodogram place_poles
      qspline1d qspline1d_eval qspline2d remez resample resample_poly residue residuez
      savgol_coeffs savgol_filter sawtooth sepfir2d sos2tf sos2zpk sosfilt sosfilt_zi sosfiltfilt
      sosfreqz spectrogram spline_filter square ss2tf ss2zpk step stft sweep_poly symiirorder1
      symiirorder2 tf2sos tf2ss tf2zpk unique_roots unit_impulse upfirdn vectorstrength welch
      wiener windows zoom_fft zpk2sos zpk2ss zpk2tf
    scipy.special+: SpecialFunctionError SpecialFunctionWarning agm ai_zeros airy airye
      assoc_laguerre assoc_legendre_p assoc_legendre_p_all bdtr bdtrc bdtri bdtrik bdtrin bei
      bei_zeros beip beip_zeros ber ber_zeros bernoulli berp berp_zeros besselpoly beta betainc
      betaincc betainccinv betaincinv betaln bi_zeros binom boxcox boxcox1p btdtria btdtrib c_roots
      cbrt cg_roots chdtr chdtrc chdtri chdtriv chebyc chebys chebyt chebyu chndtr chndtridf
      chndtrinc chndtrix comb cosdg cosm1 cotdg dawsn digamma diric ellip_harm ellip_harm_2
      ellip_normal ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 elliprc elliprd elliprf
      elliprg elliprj entr erf erf_zeros erfc erfcinv erfcx erfi erfinv errstate euler eval_chebyc
      eval_chebys eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite
      eval_hermitenorm eval_jacobi eval_laguerre eval_legendre eval_sh_chebyt eval_sh_chebyu
      eval_sh_jacobi eval_sh_legendre exp1 exp10 exp2 expi expit expm1 expn exprel factorial
      factorial2 factorialk fdtr fdtrc fdtri fdtridfd fresnel fresnel_zeros fresnelc_zeros
      fresnels_zeros gamma gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn gdtr gdtrc
      gdtria gdtrib gdtrix gegenbauer genlaguerre geterr h1vp h2vp h_roots hankel1 hankel1e hankel2
      hankel2e he_roots hermite hermitenorm huber hyp0f1 hyp1f1 hyp2f1 hyperu i0 i0e i1 i1e
      inv_boxcox inv_boxcox1p it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0 itmodstruve0
      itstruve0 iv ive ivp j0 j1 j_roots jacobi jn jn_zeros jnjnp_zeros jnp_zeros jnyn_zeros
      js_roots jv jve jvp k0 k0e k1 k1e kei kei_zeros keip keip_zeros kelvin kelvin_zeros ker
      ker_zeros kerp kerp_zeros kl_div kn kolmogi kolmogorov kv kve kvp l_roots la_roots laguerre
      lambertw legendre legendre_p legendre_p_all lmbda log1p log_expit log_ndtr log_softmax
      log_wright_bessel loggamma logit logsumexp lpmv lqmn lqn mathieu_a mathieu_b mathieu_cem
      mathieu_even_coef mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2
      mathieu_odd_coef mathieu_sem modfresnelm modfresnelp modstruve multigammaln nbdtr nbdtrc
      nbdtri nbdtrik nbdtrin ncfdtr ncfdtri ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf
      nctdtrinc nctdtrit ndtr ndtri ndtri_exp nrdtrimn nrdtrisd obl_ang1 obl_ang1_cv obl_cv
      obl_cv_seq obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv owens_t p_roots pbdn_seq pbdv pbdv_seq
      pbvv pbvv_seq pbwa pdtr pdtrc pdtri pdtrik perm poch polygamma powm1 pro_ang1 pro_ang1_cv
      pro_cv pro_cv_seq pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv ps_roots pseudo_huber psi radian
      rel_entr rgamma riccati_jn riccati_yn roots_chebyc roots_chebys roots_chebyt roots_chebyu
      roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm roots_jacobi
      roots_laguerre roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi
      roots_sh_legendre round s_roots seterr sh_chebyt sh_chebyu sh_jacobi sh_legendre shichi sici
      sinc=numpy.sinc sindg smirnov smirnovi softmax softplus spence sph_harm_y sph_harm_y_all
      sph_legendre_p sph_legendre_p_all spherical_in spherical_jn spherical_kn spherical_yn stdtr
      stdtridf stdtrit stirling2 struve t_roots tandg tklmbda ts_roots u_roots us_roots
      voigt_profile wofz wright_bessel wrightomega xlog1py xlogy y0 y0_zeros y1 y1_zeros y1p_zeros
      yn yn_zeros ynp_zeros yv yve yvp zeta zetac
    scipy.stats+: Binomial BootstrapMethod CensoredData ConstantInputWarning Covariance
      DegenerateDataWarning FitError Logistic Mixture MonteCarloMethod NearConstantInputWarning
      Normal PermutationMethod Uniform abs alexandergovern alpha anderson anderson_ksamp anglit
      ansari arcsine argus barnard_exact bartlett bayes_mvs bernoulli beta betabinom betanbinom
      betaprime biasedurn binned_statistic binned_statistic_2d binned_statistic_dd binom binomtest
      boltzmann bootstrap boschloo_exact boxcox boxcox_llf boxcox_normmax boxcox_normplot bradford
      brunnermunzel burr burr12 bws_test cauchy chatterjeexi chi chi2 chi2_contingency chisquare
      circmean circstd circvar combine_pvalues contingency cosine cramervonmises
      cramervonmises_2samp crystalball cumfreq describe dgamma differential_entropy
      directional_stats dirichlet dirichlet_multinomial distributions dlaplace dpareto_lognorm
      dunnett dweibull ecdf energy_distance entropy epps_singleton_2samp erlang exp expectile expon
      exponnorm exponpow exponweib f f_oneway false_discovery_control fatiguelife fisher_exact fisk
      fit fligner foldcauchy foldnorm friedmanchisquare gamma gausshyper gaussian_kde genexpon
      genextreme gengamma genhalflogistic genhyperbolic geninvgauss genlogistic gennorm genpareto
      geom gibrat gmean gompertz goodness_of_fit gstd gumbel_l gumbel_r gzscore halfcauchy
      halfgennorm halflogistic halfnorm hmean hypergeom hypsecant invgamma invgauss invweibull
      invwishart iqr irwinhall jarque_bera jf_skew_t johnsonsb johnsonsu kappa3 kappa4 kde
      kendalltau kruskal ks_1samp ks_2samp ksone kstat kstatvar kstest kstwo kstwobign kurtosis
      kurtosistest landau laplace laplace_asymmetric levene levy levy_l levy_stable linregress
      lmoment log loggamma logistic loglaplace lognorm logrank logser loguniform lomax
      make_distribution mannwhitneyu matrix_normal matrix_t maxwell median_abs_deviation
      median_test mielke mode moment monte_carlo_test mood morestats moyal mstats mstats_basic
      mstats_extras multinomial multiscale_graphcorr multivariate_hypergeom multivariate_normal
      multivariate_t mvn mvsdist nakagami nbinom ncf nchypergeom_fisher nchypergeom_wallenius nct
      ncx2 nhypergeom norm normal_inverse_gamma normaltest norminvgauss obrientransform
      order_statistic ortho_group page_trend_test pareto pearson3 pearsonr percentileofscore
      permutation_test planck pmean pointbiserialr poisson poisson_binom poisson_means_test power
      power_divergence powerlaw powerlognorm powernorm ppcc_max ppcc_plot probplot qmc quantile
      quantile_test randint random_correlation random_table rankdata ranksums rayleigh rdist
      recipinvgauss reciprocal rel_breitwigner relfreq rice rv_continuous rv_discrete rv_histogram
      scoreatpercentile sem semicircular shapiro siegelslopes sigmaclip skellam skew skewcauchy
      skewnorm skewtest sobol_indices somersd spearmanr spearmanrho special_ortho_group stats
      studentized_range t theilslopes tiecorrect tmax tmean tmin trapezoid triang trim1 trim_mean
      trimboth truncate truncexpon truncnorm truncpareto truncweibull_min tsem tstd ttest_1samp
      ttest_ind ttest_ind_from_stats ttest_rel tukey_hsd tukeylambda tvar uniform uniform_direction
      unitary_group variation vonmises vonmises_fisher vonmises_line wald wasserstein_distance
      wasserstein_distance_nd weibull_max weibull_min weightedtau wilcoxon wishart wrapcauchy
      yeojohnson yeojohnson_llf yeojohnson_normmax yeojohnson_normplot yulesimon zipf zipfian zmap
      zscore
    sklearn.cluster+: AffinityPropagation AgglomerativeClustering Birch BisectingKMeans DBSCAN
      FeatureAgglomeration HDBSCAN KMeans MeanShift MiniBatchKMeans OPTICS SpectralBiclustering
      SpectralClustering SpectralCoclustering affinity_propagation cluster_optics_dbscan
      cluster_optics_xi compute_optics_graph dbscan estimate_bandwidth get_bin_seeds k_means
      kmeans_plusplus linkage_tree mean_shift spectral_clustering ward_tree
    sklearn.datasets+: clear_data_home dump_svmlight_file fetch_20newsgroups
      fetch_20newsgroups_vectorized fetch_california_housing fetch_covtype fetch_file
      fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people fetch_olivetti_faces fetch_openml fetch_rcv1
      fetch_species_distributions get_data_home load_breast_cancer load_diabetes load_digits
      load_files load_iris load_linnerud load_sample_image load_sample_images load_svmlight_file
      load_svmlight_files load_wine make_biclusters make_blobs make_checkerboard make_circles
      make_classification make_friedman1 make_friedman2 make_friedman3 make_gaussian_quantiles
      make_hastie_10_2 make_low_rank_matrix make_moons make_multilabel_classification
      make_regression make_s_curve make_sparse_coded_signal make_sparse_spd_matrix
      make_sparse_uncorrelated make_spd_matrix make_swiss_roll
    sklearn.ensemble+: AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor
      BaseEnsemble ExtraTreesClassifier ExtraTreesRegressor GradientBoostingClassifier
      GradientBoostingRegressor HistGradientBoostingClassifier HistGradientBoostingRegressor
      IsolationForest RandomForestClassifier RandomForestRegressor RandomTreesEmbedding
      StackingClassifier StackingRegressor VotingClassifier VotingRegressor
    sklearn.linear_model+: ARDRegression BayesianRidge ElasticNet ElasticNetCV GammaRegressor
      HuberRegressor Lars LarsCV Lasso LassoCV LassoLars LassoLarsCV LassoLarsIC LinearRegression
      LogisticRegression LogisticRegressionCV MultiTaskElasticNet MultiTaskElasticNetCV
      MultiTaskLasso MultiTaskLassoCV OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV
      PassiveAggressiveClassifier PassiveAggressiveRegressor Perceptron PoissonRegressor
      QuantileRegressor RANSACRegressor Ridge RidgeCV RidgeClassifier RidgeClassifierCV
      SGDClassifier SGDOneClassSVM SGDRegressor TheilSenRegressor TweedieRegressor enet_path
      lars_path lars_path_gram lasso_path orthogonal_mp orthogonal_mp_gram ridge_regression
    sklearn.metrics+: ConfusionMatrixDisplay DetCurveDisplay DistanceMetric PrecisionRecallDisplay
      PredictionErrorDisplay RocCurveDisplay accuracy_score adjusted_mutual_info_score
      adjusted_rand_score auc average_precision_score balanced_accuracy_score brier_score_loss
      calinski_harabasz_score check_scoring class_likelihood_ratios classification_report cluster
      cohen_kappa_score completeness_score confusion_matrix confusion_matrix_at_thresholds
      consensus_score coverage_error d2_absolute_error_score d2_brier_score d2_log_loss_score
      d2_pinball_score d2_tweedie_score davies_bouldin_score dcg_score det_curve
      euclidean_distances explained_variance_score f1_score fbeta_score fowlkes_mallows_score
      get_scorer get_scorer_names hamming_loss hinge_loss homogeneity_completeness_v_measure
      homogeneity_score jaccard_score label_ranking_average_precision_score label_ranking_loss
      log_loss make_scorer matthews_corrcoef max_error mean_absolute_error
      mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss mean_poisson_deviance
      mean_squared_error mean_squared_log_error mean_tweedie_deviance median_absolute_error
      metric_at_thresholds multilabel_confusion_matrix mutual_info_score nan_euclidean_distances
      ndcg_score normalized_mutual_info_score pair_confusion_matrix pairwise_distances
      pairwise_distances_argmin pairwise_distances_argmin_min pairwise_distances_chunked
      pairwise_kernels precision_recall_curve precision_recall_fscore_support precision_score
      r2_score rand_score recall_score roc_auc_score roc_curve root_mean_squared_error
      root_mean_squared_log_error silhouette_samples silhouette_score top_k_accuracy_score
      v_measure_score zero_one_loss
    sklearn.pipeline+: FeatureUnion Pipeline make_pipeline make_union
    sklearn.preprocessing+: Binarizer FunctionTransformer KBinsDiscretizer KernelCenterer
      LabelBinarizer LabelEncoder MaxAbsScaler MinMaxScaler MultiLabelBinarizer Normalizer
      OneHotEncoder OrdinalEncoder PolynomialFeatures PowerTransformer QuantileTransformer
      RobustScaler SplineTransformer StandardScaler TargetEncoder add_dummy_feature binarize
      label_binarize maxabs_scale minmax_scale normalize power_transform quantile_transform
      robust_scale scale
    sympy+: Abs AccumBounds Add Adjoint AlgebraicField AlgebraicNumber And AppliedPredicate Array
      AssumptionsContext Atom AtomicExpr BasePolynomialError Basic BlockDiagMatrix BlockMatrix CC
      CRootOf Catalan Chi Ci Circle CoercionFailed Complement ComplexField ComplexRegion
      ComplexRootOf Complexes ComputationFailed ConditionSet Contains CosineTransform Curve
      DeferredVector DenseNDimArray Derivative Determinant DiagMatrix DiagonalMatrix DiagonalOf
      Dict DiracDelta DisjointUnion Domain DomainError DotProduct Dummy E E1 EPath EX EXRAW Ei Eijk
      Ellipse EmptySequence EmptySet Eq Equality Equivalent EulerGamma EvaluationFailed
      ExactQuotientFailed Expr ExpressionDomain ExtraneousFactors FF FF_gmpy FF_python FU
      FallingFactorial FiniteField FiniteSet FlagError Float FourierTransform FractionField
      Function FunctionClass FunctionMatrix GF GMPYFiniteField GMPYIntegerRing GMPYRationalField Ge
      GeneratorsError GeneratorsNeeded GeometryError GoldenRatio GramSchmidt GreaterThan
      GroebnerBasis Gt HadamardPower HadamardProduct HankelTransform Heaviside HeuristicGCDFailed
      HomomorphismFailed I ITE Id Identity Idx ImageSet ImmutableDenseMatrix
      ImmutableDenseNDimArray ImmutableMatrix ImmutableSparseMatrix ImmutableSparseNDimArray
      Implies Indexed IndexedBase Integer IntegerRing Integers Integral Intersection Interval
      Inverse InverseCosineTransform InverseFourierTransform InverseHankelTransform
      InverseLaplaceTransform InverseMellinTransform InverseSineTransform IsomorphismFailed
      KroneckerDelta KroneckerProduct LC LM LT Lambda LambertW LaplaceTransform Le LessThan
      LeviCivita Li Limit Line Line2D Line3D Lt MatAdd MatMul MatPow Matrix MatrixBase MatrixExpr
      MatrixPermute MatrixSlice MatrixSymbol Max MellinTransform Min Mod Monomial Mul
      MultivariatePolynomialError MutableDenseMatrix MutableDenseNDimArray MutableMatrix
      MutableSparseMatrix MutableSparseNDimArray N NDimArray Nand Naturals Naturals0 Ne
      NonSquareMatrixError Nor Not NotAlgebraic NotInvertible NotReversible Number NumberSymbol O
      OmegaPower OneMatrix OperationNotSupported OptionError Options Or Order Ordinal POSform
      Parabola Permanent PermutationMatrix Piecewise Plane Point Point2D Point3D PoleError
      PolificationFailed Poly Polygon PolynomialDivisionFailed PolynomialError PolynomialRing Pow
      PowerSet PrecisionExhausted Predicate Product ProductSet PurePoly PythonFiniteField
      PythonIntegerRing PythonRational Q QQ QQ_I QQ_gmpy QQ_python Quaternion RR Range Rational
      RationalField Rationals Ray Ray2D Ray3D RealField RealNumber Reals RefinementFailed
      RegularPolygon Rel Rem RisingFactorial RootOf RootSum S SOPform Segment Segment2D Segment3D
      SeqAdd SeqFormula SeqMul SeqPer Set ShapeError Shi Si Sieve SineTransform SingularityFunction
      SparseMatrix SparseNDimArray StrPrinter StrictGreaterThan StrictLessThan Subs Sum Symbol
      SymmetricDifference SympifyError TableForm Trace Transpose Triangle TribonacciConstant Tuple
      Unequality UnevaluatedExpr UnificationFailed Union UnivariatePolynomialError UniversalSet
      Wild WildFunction Xor Ynm Ynm_c ZZ ZZ_I ZZ_gmpy ZZ_python ZeroMatrix Znm __version__
      abundance acos acosh acot acoth acsc acsch adjoint airyai airyaiprime airybi airybiprime
      algebras all_roots andre apart apart_list appellf1 apply_finite_diff approximants are_similar
      arg arity asec asech asin asinh ask assemble_partfrac_list assoc_laguerre assoc_legendre
      assuming assumptions atan atan2 atanh banded bell bernoulli besseli besselj besselk
      besselsimp bessely beta betainc betainc_regularized binomial binomial_coefficients
      binomial_coefficients_list block_collapse blockcut bool_map bottom_up bspline_basis
      bspline_basis_set cacheit calculus cancel capture carmichael cartes casoratian catalan cbrt
      ccode ceiling centroid chebyshevt chebyshevt_poly chebyshevt_root chebyshevu chebyshevu_poly
      chebyshevu_root check_assumptions checkodesol checkpdesol checksol classify_ode classify_pde
      closest_points cofactors collect collect_const combsimp comp compose composite compositepi
      concrete conjugate construct_domain content continued_fraction continued_fraction_convergents
      continued_fraction_iterator continued_fraction_periodic continued_fraction_reduce convex_hull
      convolution cos cosh cosine_transform cot coth count_ops count_roots covering_product csc
      csch cse cxxcode cycle_length cyclotomic_poly decompogen decompose default_sort_key deg
      degree degree_list denom derive_by_array det det_quick diag diagonalize_vector dict_merge
      diff difference_delta differentiate_finite digamma diophantine dirichlet_eta discrete
      discrete_log discriminant div divisor_count divisor_sigma divisors doctest dotprint dsolve
      egyptian_fraction elliptic_e elliptic_f elliptic_k elliptic_pi epath erf erf2 erf2inv erfc
      erfcinv erfi erfinv euler euler_equations evalf=sympy.core.evalf evaluate exp exp_polar
      expand expand_complex expand_func expand_log expand_mul expand_multinomial expand_power_base
      expand_power_exp expand_trig expint exptrigsimp exquo external eye factor factor_cache
      factor_list factor_nc factor_system factor_terms factorial factorial2 factorint factorrat
      failing_assumptions false farthest_points fcode ff fft fibonacci field field_isomorphism
      filldedent finite_diff_weights flatten floor fourier_series fourier_transform fps frac
      fraction fresnelc fresnels fu functions fwht galois_group gamma gammasimp gcd gcd_list
      gcd_terms gcdex gegenbauer genocchi geometry get_contraction_structure get_indices gff
      gff_list glsl_code grevlex grlex groebner ground_roots group gruntz hadamard_product
      half_gcdex hankel1 hankel2 hankel_transform harmonic has_dups has_variety hermite
      hermite_poly hermite_prob hermite_prob_poly hessian hn1 hn2 homogeneous_order horner hyper
      hyperexpand hypersimilar hypersimp idiff ifft ifwht igcd igrevlex igrlex ilcm ilex im
      imageset init_printing init_session integer_log integer_nthroot integrate interactive
      interactive_traversal interpolate interpolating_poly interpolating_spline
      intersecting_product intersection intervals intt inv_quick inverse_cosine_transform
      inverse_fourier_transform inverse_hankel_transform inverse_laplace_transform
      inverse_mellin_transform inverse_mobius_transform inverse_sine_transform invert is_abundant
      is_amicable is_carmichael is_convex is_decreasing is_deficient is_increasing
      is_mersenne_prime is_monotonic is_nthpow_residue is_perfect is_primitive_root is_quad_residue
      is_strictly_decreasing is_strictly_increasing is_zero_dimensional isolate isprime
      itermonomials jacobi jacobi_normalized jacobi_poly jacobi_symbol jn jn_zeros jordan_cell
      jscode julia_code kronecker_product kronecker_symbol kroneckersimp laguerre laguerre_poly
      lambdify laplace_correspondence laplace_initial_conds laplace_transform latex lcm lcm_list
      legendre legendre_poly legendre_symbol lerchphi lex li limit limit_seq line_integrate
      linear_eq_to_matrix linsolve list2numpy ln log logcombine loggamma lowergamma lucas
      maple_code marcumq mathematica_code mathieuc mathieucprime mathieus mathieusprime mathml
      matrix2numpy matrix_multiply_elementwise matrix_symbols maximum meijerg mellin_transform
      memoize_property mersenne_prime_exponent minimal_polynomial minimum minpoly mobius
      mobius_transform mod_inverse monic motzkin multigamma multiline_latex
      multinomial_coefficients multipledispatch multiplicity n_order nan nextprime nfloat
      nonlinsolve not_empty_in npartitions nroots nsimplify nsolve nth_power_roots_poly ntheory
      nthroot_mod ntt num_digits numbered_symbols numer octave_code ode_order ones oo ord0 ordered
      pager_print parallel_poly_from_expr parse_expr parsing partition pde_separate
      pde_separate_add pde_separate_mul pdiv pdsolve per perfect_power periodic_argument
      periodicity permutedims pexquo pi piecewise_exclusive piecewise_fold plot plot_backends
      plot_implicit plot_parametric plotting polar_lift polarify pollard_pm1 pollard_rho poly
      poly_from_expr polygamma polylog polys posify postfixes postorder_traversal powdenest powsimp
      pprint pprint_try_use_unicode pprint_use_unicode pquo prefixes prem preorder_traversal pretty
      pretty_print preview prevprime prime prime_decomp prime_valuation primefactors primenu
      primeomega primepi primerange primitive primitive_element primitive_root primorial
      principal_branch print_ccode print_fcode print_glsl print_gtk print_jscode print_latex
      print_maple_code print_mathml print_python print_rcode print_tree printing prod product
      proper_divisor_count proper_divisors public pycode python quadratic_congruence
      quadratic_residues quo rad radsimp randMatrix random_poly randprime rational_interpolate
      ratsimp ratsimpmodprime rcode rcollect re real_root real_roots reduce_abs_inequalities
      reduce_abs_inequality reduce_inequalities reduced reduced_totient refine refine_root
      register_handler release rem remove_handler reshape residue resultant rf riemann_xi ring root
      rootof roots rot_axis1 rot_axis2 rot_axis3 rot_ccw_axis1 rot_ccw_axis2 rot_ccw_axis3
      rot_givens rotations round_two rsolve rsolve_hyper rsolve_poly rsolve_ratio rust_code
      satisfiable sec sech separatevars sequence series seterr sfield shape sieve sift sign
      signsimp simplify simplify_logic sin sinc sine_transform singularities singularityintegrate
      sinh smtlib_code solve solve_linear solve_linear_system solve_linear_system_LU
      solve_poly_inequality solve_poly_system solve_rational_inequalities solve_triangulated
      solve_undetermined_coeffs solve_univariate_inequality solveset sqf sqf_list sqf_norm sqf_part
      sqrt sqrt_mod sqrt_mod_iter sqrtdenest srepr sring sstr sstrrepr stationary_points stieltjes
      strategies sturm subfactorial subresultants subsets substitution summation
      swinnerton_dyer_poly symarray symbols symmetric_poly symmetrize sympify take tan tanh tensor
      tensorcontraction tensordiagonal tensorproduct terms_gcd test textplot threaded timed to_cnf
      to_dnf to_nnf to_number_field together topological_sort total_degree totient trace trailing
      transpose tribonacci trigamma trigsimp true trunc unbranched_argument unflatten unpolarify
      uppergamma use utilities var variations vectorize vfield viete vring wronskian xfield xring
      xthreaded yn zeros zeta zoo
    sympy.abc+: A Any B C D E F G H I J K L M N O P Q R S T U V W X Y Z a alpha annotations b beta
      c chi d delta e epsilon eta f g gamma greeks h i iota j k kappa l lamda m mu n ns nu o omega
      omicron p phi pi psi q r rho s sigma string=string symbols t tau theta u upsilon v w x xi y z
      zeta
    """
}
